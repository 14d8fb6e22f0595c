package io.kubilitics.cli.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifetimeTest {

    @Test
    void toldToEndItClosesTheNewestFirst() throws Exception {
        Program program = running("closes");
        program.terminate();

        assertThat(program.exitWithin(Duration.ofSeconds(5))).isZero();
        assertThat(program.out()).containsExactly("closed third", "closed second", "closed first");
        assertThat(program.err()).isEmpty();
    }

    @Test
    void endingByItselfItClosesTheSame() throws Exception {
        Program program = Program.start(Opened.class, Map.of(), "closes", "and ends");

        assertThat(program.exitWithin(Duration.ofSeconds(30))).isZero();
        assertThat(program.out()).containsExactly("runs", "closed third", "closed second", "closed first");
    }

    @Test
    void whatCannotBeClosedDoesNotKeepTheRestOpen() throws Exception {
        Program program = running("breaks");
        program.terminate();

        assertThat(program.exitWithin(Duration.ofSeconds(5))).isZero();
        assertThat(program.out()).containsExactly("closed third", "closed first");
        assertThat(program.err()).anyMatch(line -> line.contains("could not be closed") && line.contains("second"));
    }

    @Test
    void whatHangsHoldsTheEndUpForFiveSecondsAtMost() throws Exception {
        Program program = running("hangs");
        program.terminate();

        assertThat(program.exitWithin(Duration.ofSeconds(8))).isEqualTo(1);
        assertThat(program.err()).anyMatch(line -> line.contains("not everything could be closed in time"));
    }

    private static Program running(String middle) throws Exception {
        Program program = Program.start(Opened.class, Map.of(), middle);
        program.awaitLine("runs");
        return program;
    }
}
