package io.kubilitics.cli.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggingTest {

    private static final Map<String, String> JSON = Map.of("KUBILITICS_LOG_FORMAT", "json");

    @Test
    void eachLineForProgramsIsAnObject() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : err(JSON)) {
            lines.add(new ObjectMapper().readTree(line));
        }

        assertThat(lines).hasSize(2);
        JsonNode first = lines.getFirst();
        assertThat(first.path("level").asText()).isEqualTo("WARN");
        assertThat(first.path("message").asText()).isEqualTo("something that needs care");
        assertThat(first.path("loggerName").asText()).isEqualTo(Logs.class.getName());
        assertThat(first.path("timestamp").asLong()).isPositive();
        assertThat(first.at("/kvpList/0/kind").asText()).isEqualTo("Pod");
        assertThat(first.at("/kvpList/1/said").asText())
                .isEqualTo("a \"quoted\" word,\na new line, a \\, a tab\t and \u0007 a bell ü");
        assertThat(lines.getLast().at("/throwable/cause/message").asText()).isEqualTo("inner\nline");
    }

    @Test
    void forPeopleAFailureIsOneLineUnlessTheyAskForMore() throws Exception {
        assertThat(err(Map.of())).hasSizeLessThan(5).anyMatch(line -> line.contains("ERROR Logs: a failure"));
        assertThat(err(Map.of(), "-v"))
                .anyMatch(line -> line.contains("DEBUG Logs: a detail"))
                .anyMatch(line -> line.contains("at io.kubilitics.cli.running.Logs.main"));
    }

    private static List<String> err(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Program program = Program.start(Logs.class, environment, arguments);
        List<String> lines = program.err();
        assertThat(program.out()).isEmpty();
        assertThat(program.process().waitFor()).isZero();
        return lines;
    }
}
