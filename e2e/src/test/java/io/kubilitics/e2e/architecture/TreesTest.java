package io.kubilitics.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {

    @TempDir
    private Path root;

    @BeforeEach
    void modules() throws IOException {
        plant("pom.xml", "<project><modules><module>cli</module><module>mcp-gateway</module></modules></project>");
        plant("cli/pom.xml", "<project/>");
        plant("mcp-gateway/pom.xml", "<project/>");
    }

    @Test
    void ofThisProjectHoldTheirOwnRoomOnly() {
        assertThat(new Trees(Checkout.root()).complaints()).isEmpty();
    }

    @Test
    void withOtherCodeAreCaught() throws IOException {
        plant("cli/src/main/java/io/kubilitics/operator/act/Sneaky.java", "");
        plant("cli/src/main/java/io/kubilitics/climber/Sneaky.java", "");
        plant("cli/src/main/java/io/kubilitics/Sneaky.java", "");
        plant("cli/src/main/java/org/elsewhere/Sneaky.java", "");
        plant("mcp-gateway/target/classes/io/kubilitics/graph/Sneaky.class", "");

        assertThat(new Trees(root).complaints())
                .containsExactly(
                        "cli/src/main/java/io/kubilitics/Sneaky.java is not in io.kubilitics.cli",
                        "cli/src/main/java/io/kubilitics/climber/Sneaky.java is not in io.kubilitics.cli",
                        "cli/src/main/java/io/kubilitics/operator/act/Sneaky.java is not in io.kubilitics.cli",
                        "cli/src/main/java/org/elsewhere/Sneaky.java is not in io.kubilitics.cli",
                        "mcp-gateway/target/classes/io/kubilitics/graph/Sneaky.class is not in io.kubilitics.gateway");
    }

    @Test
    void withTheirOwnCodeAreLeftAlone() throws IOException {
        plant("cli/src/main/java/io/kubilitics/cli/Main.java", "");
        plant("cli/src/main/java/io/kubilitics/cli/operator/Start.java", "");
        plant("cli/src/main/resources/io/kubilitics/operator/note.yaml", "");
        plant("cli/src/test/java/io/kubilitics/operator/SeenFromHereTest.java", "");
        plant("mcp-gateway/target/classes/io/kubilitics/gateway/Brain.class", "");

        assertThat(new Trees(root).complaints()).isEmpty();
    }

    private void plant(String file, String content) throws IOException {
        Path planted = root.resolve(file);
        Files.createDirectories(planted.getParent());
        Files.writeString(planted, content);
    }
}
