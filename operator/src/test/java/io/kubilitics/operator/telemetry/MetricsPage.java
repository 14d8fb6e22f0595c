package io.kubilitics.operator.telemetry;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The metrics of the body, for people. */
final class MetricsPage {

    private static final String BEFORE = """
            # Metrics

            Generated from `io.kubilitics.operator.telemetry.BodyMetric`; `MetricsPageTest` tells how.

            What the body tells at `/metrics`, in the text format of Prometheus. A histogram has `_bucket`, `_sum` and `_count` after its name.

            | name | type | label | what it says |
            |---|---|---|---|
            """;

    private static final String AFTER = """

            Beside these there are those of the JVM, as Micrometer names them: `jvm_memory_*`, `jvm_gc_*`, `jvm_threads_*`, `process_uptime_seconds`,
            `process_cpu_usage`, `system_cpu_usage`.
            """;

    private MetricsPage() {}

    static String text() {
        return Arrays.stream(BodyMetric.values()).map(MetricsPage::row).collect(Collectors.joining("", BEFORE, AFTER));
    }

    private static String row(BodyMetric metric) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        metric.exposed(), metric.type().name().toLowerCase(Locale.ROOT), metric.label(), metric.help());
    }
}
