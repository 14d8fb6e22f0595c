package io.kubilitics.crds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed definitions are what the Java types say; with {@code -Dcrds.write} they are made so. */
class GeneratedCrdsTest {

    private static final Path COMMITTED = Path.of("src/main/resources/io/kubilitics/crds/proposals.yaml");

    @Test
    void theCommittedDefinitionIsWhatTheTypesSay() throws IOException {
        if (System.getProperty("crds.write") != null) {
            Files.writeString(COMMITTED, GeneratedCrds.proposals());
        }
        assertThat(Files.readString(COMMITTED))
                .as("run ./mvnw test -pl crds -Dtest=GeneratedCrdsTest -Dcrds.write and commit %s", COMMITTED)
                .isEqualTo(GeneratedCrds.proposals());
    }
}
