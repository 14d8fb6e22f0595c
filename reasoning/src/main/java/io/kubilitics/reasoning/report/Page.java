package io.kubilitics.reasoning.report;

import io.kubilitics.reasoning.report.Report.Alternative;
import io.kubilitics.reasoning.report.Report.Cause;
import io.kubilitics.reasoning.report.Report.Evidence;
import io.kubilitics.reasoning.report.Report.Ref;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** A report as a tired person reads it: verdict first, then cause, proof, what to do, what was ruled out, what was not seen. */
public final class Page {

    private static final int SHOWN = 8;

    private final StringBuilder text = new StringBuilder();

    private Page() {}

    public static String of(Report report) {
        Page page = new Page();
        page.verdict(report);
        report.causes().forEach(page::cause);
        page.list("Affected", report.affected().stream().map(Page::name).toList());
        page.list("Not known", report.decides());
        page.list("Ruled out", alternatives(report.ruledOut()));
        page.list("Still possible", alternatives(report.alternatives()));
        page.list("Not visible", report.coverage().unseen());
        return page.text.toString();
    }

    private void verdict(Report report) {
        line(
                switch (report.status()) {
                    case "diagnosed" ->
                        "%s: %s."
                                .formatted(
                                        report.bundle(), count(report.causes().size(), "cause"));
                    case "healthy" -> "%s: healthy. Nothing is unwell.".formatted(report.bundle());
                    default ->
                        "%s: inconclusive. Something is unwell, or not visible, and the cause is not known."
                                .formatted(report.bundle());
                });
    }

    private void cause(Cause cause) {
        line("");
        line("%s  (%s, %s)".formatted(cause.summary(), cause.confidence(), cause.cause()));
        line("  At fault: " + name(cause.object()));
        for (Evidence evidence : cause.evidence()) {
            line("  [%s] %s%s"
                    .formatted(evidence.id(), evidence.says(), evidence.tainted() ? "  (its own words)" : ""));
        }
        if (cause.remedy() != null) {
            line("  To do: patch %s: %s"
                    .formatted(name(cause.remedy().target()), cause.remedy().why()));
            line("         " + Json.line(cause.remedy().patch()));
        }
        if (!cause.advice().isEmpty()) {
            line("  To do: " + cause.advice());
        }
        cause.harmful().forEach(harm -> line("  Will not help: " + harm));
    }

    private void list(String title, List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        line("");
        line(title + ":");
        entries.stream().limit(SHOWN).forEach(entry -> line("  " + entry));
        if (entries.size() > SHOWN) {
            line("  … and %d more (--format json shows all)".formatted(entries.size() - SHOWN));
        }
    }

    /** One line a cause, however many symptoms it was ruled out for. */
    private static List<String> alternatives(List<Alternative> alternatives) {
        return alternatives.stream()
                .collect(Collectors.groupingBy(
                        alternative -> alternative.cause() + ": " + alternative.whyNot(),
                        LinkedHashMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry ->
                        entry.getValue() == 1 ? entry.getKey() : entry.getKey() + " (" + entry.getValue() + " times)")
                .toList();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String name(Ref ref) {
        return ref.kind() + " " + (ref.namespace().isEmpty() ? "" : ref.namespace() + "/") + ref.name();
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
