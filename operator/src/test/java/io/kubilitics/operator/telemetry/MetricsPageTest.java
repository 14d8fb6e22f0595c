package io.kubilitics.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed page is what the enum says; with {@code -Dmetrics.write} it is made so. */
class MetricsPageTest {

    private static final Path COMMITTED = Path.of("..", "docs", "metrics.md");

    @Test
    void theCommittedPageIsWhatTheEnumSays() throws IOException {
        if (System.getProperty("metrics.write") != null) {
            Files.writeString(COMMITTED, MetricsPage.text());
        }
        assertThat(Files.readString(COMMITTED))
                .as("run ./mvnw test -pl operator -am -Dtest=MetricsPageTest -Dmetrics.write and commit %s", COMMITTED)
                .isEqualTo(MetricsPage.text());
    }
}
