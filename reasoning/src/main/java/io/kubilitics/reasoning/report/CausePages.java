package io.kubilitics.reasoning.report;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.reasoning.cause.About;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is written about causes: one page each for whoever asks, and all of them as one document. */
public final class CausePages {

    private CausePages() {}

    /** For a terminal. */
    public static String text(About about) {
        List<String> lines = new ArrayList<>(List.of(
                "%s  (%s)".formatted(about.id(), about.category()),
                "",
                about.means(),
                "",
                "Confirmed by: " + about.confirmed(),
                "Refuted by:   " + about.refuted(),
                "What ends it: " + about.cure(),
                "",
                "May be behind:"));
        symptoms(about).forEach(symptom -> lines.add("  " + symptom));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static List<String> symptoms(About about) {
        if (about.explains().size() == Ailment.values().length) {
            return List.of("every symptom");
        }
        return about.explains().stream()
                .sorted()
                .map(ailment -> "%s: %s".formatted(ailment.id(), ailment.words()))
                .toList();
    }

    /** {@code docs/causes.md} */
    public static String document(Catalogue catalogue) {
        Map<String, List<About>> families = catalogue.causes().stream()
                .map(Cause::about)
                .collect(Collectors.groupingBy(About::category, TreeMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder("""
                # Causes

                Generated from the catalogue (`./mvnw test -pl reasoning -am -Dtest=CausePagesTest -Dcauses.write`). Ids are public: answers, metrics and
                policies name them, and they are never renamed. `./kubilitics explain ID` prints one.
                """);
        families.forEach((family, causes) -> {
            page.append("\n## ").append(family).append("\n\n");
            page.append(
                    "| cause | what it means | confirmed by | refuted by | what ends it |\n|---|---|---|---|---|\n");
            causes.forEach(about -> page.append("| `%s` | %s | %s | %s | %s |%n"
                    .formatted(about.id(), about.means(), about.confirmed(), about.refuted(), about.cure())));
        });
        return page.toString().replace(System.lineSeparator(), "\n");
    }
}
