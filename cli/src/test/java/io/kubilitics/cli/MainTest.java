package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MainTest {

    @Test
    void showsItsHelpWhenNothingIsAsked() {
        Called called = Called.with();

        assertThat(called.status()).isZero();
        assertThat(called.out()).contains("Usage: kubilitics", "cluster", "--verbose", "Exit status:");
        assertThat(called.err()).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        Called called = Called.with("--version");

        assertThat(called.status()).isZero();
        assertThat(called.out()).startsWith("kubilitics ").hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(CommandLine command) {
        String[] path = command.getCommandSpec().qualifiedName().split(" ", -1);
        Called called = Called.with(helpOf(path));

        assertThat(called.status()).isZero();
        assertThat(called.out()).startsWith("Usage: " + String.join(" ", path));
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    }

    static Stream<CommandLine> commands() {
        return withSubcommands(Main.commandLine());
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(MainTest::withSubcommands));
    }

    private static String[] helpOf(String... path) {
        return Stream.concat(Stream.of(path).skip(1), Stream.of("--help")).toArray(String[]::new);
    }
}
