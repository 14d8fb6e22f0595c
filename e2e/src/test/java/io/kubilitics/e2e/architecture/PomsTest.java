package io.kubilitics.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomsTest {

    @Test
    void ofThisProjectObeyTheArrows() {
        Poms poms = Poms.below(Checkout.root());

        assertThat(poms.artifactsByModule()).containsKeys("cli", "e2e");
        assertThat(poms.complaints()).isEmpty();
    }

    @Test
    void thatDoNotAreCaught(@TempDir Path root) throws IOException {
        write(root, "<modules><module>graph</module><module>operator</module><module>attic</module></modules>");
        write(root.resolve("graph"), dependencies());
        write(root.resolve("attic"), dependencies());
        write(root.resolve("operator"), dependencies("graph", "reasoning", "operator"));

        assertThat(Poms.below(root).complaints())
                .containsExactly(
                        "attic is no room of the house",
                        "operator must not depend on kubilitics-operator",
                        "operator must not depend on kubilitics-reasoning");
    }

    private static String dependencies(String... modules) {
        return Arrays.stream(modules)
                .map(
                        "<dependency><groupId>io.kubilitics</groupId><artifactId>kubilitics-%s</artifactId></dependency>"
                                ::formatted)
                .collect(Collectors.joining("", "<dependencies>", "</dependencies>"));
    }

    private static void write(Path folder, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pom.xml"), "<project>" + content + "</project>");
    }
}
