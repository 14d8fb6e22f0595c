package io.kubilitics.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StdioServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Repeats its one argument; refuses any other. */
    private record Echo() implements Tool {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public String title() {
            return "Echo";
        }

        @Override
        public String description() {
            return "Says it again.";
        }

        @Override
        public JsonNode inputSchema() {
            return JSON.createObjectNode().put("type", "object");
        }

        @Override
        public JsonNode outputSchema() {
            return JSON.createObjectNode().put("type", "object");
        }

        @Override
        public Result call(JsonNode arguments) throws Misuse {
            if (arguments.has("break")) {
                throw new IllegalStateException("secret detail");
            }
            if (!arguments.has("say")) {
                throw new Misuse("echo takes 'say'");
            }
            return new Result(arguments.get("say").asText(), arguments);
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-06-18, 2025-06-18", "2025-11-25, 2025-11-25", "1999-01-01, 2025-11-25"})
    void aVersionBothKnowIsAgreedUpon(String wanted, String agreed) throws Exception {
        assertThat(only(request("initialize", "{'protocolVersion': '%s'}".formatted(wanted)))
                        .at("/result/protocolVersion")
                        .asText())
                .isEqualTo(agreed);
    }

    @Test
    void aToolIsListedWithItsSchemasAndCalled() throws Exception {
        List<JsonNode> answers = talk(
                request("tools/list", "{}"), request("tools/call", "{'name': 'echo', 'arguments': {'say': 'hi'}}"));

        assertThat(answers.get(0).at("/result/tools/0/annotations/readOnlyHint").asBoolean())
                .isTrue();
        assertThat(answers.get(1).at("/result/content/0/text").asText()).isEqualTo("hi");
        assertThat(answers.get(1).at("/result/structuredContent/say").asText()).isEqualTo("hi");
        assertThat(answers.get(1).at("/id").asInt()).isEqualTo(7);
    }

    @Test
    void aMistakeIsToldToTheModelAndABreakKeepsItsDetailsHere() throws Exception {
        JsonNode mistake = only(request("tools/call", "{'name': 'echo', 'arguments': {}}"));
        assertThat(mistake.at("/result/isError").asBoolean()).isTrue();
        assertThat(mistake.at("/result/content/0/text").asText()).isEqualTo("echo takes 'say'");

        JsonNode broken = only(request("tools/call", "{'name': 'echo', 'arguments': {'break': 1}}"));
        assertThat(broken.at("/error/code").asInt()).isEqualTo(-32603);
        assertThat(broken.toString()).doesNotContain("secret detail");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json | -32700",
                "[] | -32600",
                "{\"id\": 1} | -32600",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"x/y\"} | -32601",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"none\"}} | -32602"
            })
    void whatCannotBeAnsweredIsAnsweredWithItsCode(String line, int code) throws Exception {
        assertThat(only(line).at("/error/code").asInt()).isEqualTo(code);
    }

    @Test
    void aNotificationAndAnEmptyLineAreNotAnswered() throws Exception {
        assertThat(talk("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}", "", request("ping", "{}")))
                .singleElement()
                .satisfies(answer -> assertThat(answer.has("result")).isTrue());
    }

    @Test
    void anEndlessLineIsRefusedAndTheNextOneAnswered() throws Exception {
        List<JsonNode> answers = talk("x".repeat(5 << 20), request("ping", "{}"));

        assertThat(answers.get(0).at("/error/message").asText()).contains("longer than 4 MiB");
        assertThat(answers.get(1).has("result")).isTrue();
    }

    private static JsonNode only(String line) throws IOException {
        return talk(line).getFirst();
    }

    private static List<JsonNode> talk(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] in = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        new StdioServer(new Protocol("test", List.of(new Echo()))).serve(new ByteArrayInputStream(in), out);
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }

    private static String request(String method, String params) {
        return "{'jsonrpc': '2.0', 'id': 7, 'method': '%s', 'params': %s}"
                .formatted(method, params)
                .replace('\'', '"');
    }
}
