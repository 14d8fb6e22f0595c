package io.kubilitics.cli.up;

import io.kubilitics.cli.CliFault;
import java.io.Console;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Asks the person at the terminal before something is done to a cluster.
 *
 * @param given the consent was given on the command line
 * @param terminal puts a question and gives the line that was typed, empty at its end; none when nobody looks on
 */
record Consent(boolean given, Optional<UnaryOperator<String>> terminal) {

    static Consent atTerminal(boolean given) {
        return new Consent(
                given,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .map(Consent::asking));
    }

    private static UnaryOperator<String> asking(Console console) {
        return question -> Optional.ofNullable(console.readLine("%s", question)).orElse("");
    }

    /** Returns when it may be done. */
    void toApply(List<String> contents, String cluster) {
        if (given) {
            return;
        }
        String typed = terminal.orElseThrow(() -> CliFault.wrongUsage(
                        "--install asks before it applies anything, and there is no terminal to ask on: add --yes"))
                .apply("To be applied:%n  %s%nApply this to the cluster of %s? [y/N] "
                        .formatted(String.join(System.lineSeparator() + "  ", contents), cluster));
        if (!List.of("y", "yes").contains(typed.strip().toLowerCase(Locale.ROOT))) {
            throw CliFault.failed("nothing was applied and nothing was started");
        }
    }
}
