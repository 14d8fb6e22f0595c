package io.kubilitics.reasoning.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed page is what the catalogue says; with {@code -Dcauses.write} it is made so. */
class CausePagesTest {

    private static final Path PAGE = Path.of("../docs/causes.md");

    @Test
    void thePageAboutCausesIsWhatTheCatalogueSays() throws IOException {
        if (System.getProperty("causes.write") != null) {
            Files.writeString(PAGE, CausePages.document(Catalogue.full()));
        }
        assertThat(Files.readString(PAGE))
                .as("run ./mvnw test -pl reasoning -am -Dtest=CausePagesTest -Dcauses.write and commit %s", PAGE)
                .isEqualTo(CausePages.document(Catalogue.full()));
    }

    @Test
    void everyCauseTellsAllOfItself() {
        assertThat(Catalogue.full().causes()).extracting(Cause::about).allSatisfy(about -> {
            assertThat(about.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(about.explains()).isNotEmpty();
            assertThat(about.means()).endsWith(".").doesNotContain("|", "\n");
            assertThat(about.confirmed()).isNotBlank().doesNotContain("|", "\n");
            assertThat(about.refuted()).isNotBlank().doesNotContain("|", "\n");
            assertThat(about.cure()).isNotBlank().doesNotContain("|", "\n");
        });
    }

    @Test
    void noTwoCausesHaveOneName() {
        assertThat(Catalogue.full().causes()).extracting(Cause::id).doesNotHaveDuplicates();
    }
}
