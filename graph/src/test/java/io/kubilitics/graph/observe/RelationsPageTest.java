package io.kubilitics.graph.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed page is what the code says; with {@code -Drelations.write} it is made so. */
class RelationsPageTest {

    private static final Path PAGE = Path.of("../docs/relations.md");

    @Test
    void thePageAboutRelationsIsWhatTheCodeSays() throws IOException {
        if (System.getProperty("relations.write") != null) {
            Files.writeString(PAGE, RelationsPage.text());
        }
        assertThat(Files.readString(PAGE))
                .as("run ./mvnw test -pl graph -Dtest=RelationsPageTest -Drelations.write and commit %s", PAGE)
                .isEqualTo(RelationsPage.text());
    }
}
