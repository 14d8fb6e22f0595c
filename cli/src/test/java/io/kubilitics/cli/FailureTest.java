package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

class FailureTest {

    @ParameterizedTest
    @MethodSource("failures")
    void isOneSentenceAndAnExitStatus(Exception failure, int status, String sentence) {
        Called called = failing(failure);

        assertThat(called.status()).isEqualTo(status);
        assertThat(called.err()).isEqualToIgnoringNewLines("kubilitics: " + sentence);
        assertThat(called.out()).isEmpty();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(CliFault.failed("2 pods crash"), 1, "2 pods crash"),
                Arguments.of(CliFault.wrongUsage("line 3: no such kind"), 2, "line 3: no such kind"),
                Arguments.of(CliFault.unreachable("no cluster"), 3, "no cluster"),
                Arguments.of(new NoSuchFileException("a.yaml"), 1, "there is no file a.yaml"),
                Arguments.of(new AccessDeniedException("a.yaml"), 1, "cannot use the file a.yaml"),
                Arguments.of(
                        new IllegalStateException("two leaders"),
                        1,
                        "this should not have happened: java.lang.IllegalStateException: two leaders (-v shows where)"));
    }

    @Test
    void showsWhereItCameFromWhenAsked() {
        Called called = failing(new IllegalStateException("two leaders"), "-v");

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.err()).contains("at io.kubilitics.cli.FailureTest").doesNotContain("-v shows where");
    }

    private static Called failing(Exception failure, String... options) {
        var command = Main.commandLine().addSubcommand(new Failing(failure));
        return Called.on(
                command, Stream.concat(Stream.of("fail"), Stream.of(options)).toArray(String[]::new));
    }

    @Command(name = "fail")
    private record Failing(Exception failure) implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }
}
