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
        write(root, modules("graph", "operator", "attic", "e2e") + inProfile(modules("crds")));
        write(root.resolve("graph"), dependencies());
        write(root.resolve("attic"), dependencies());
        write(root.resolve("operator"), dependencies("graph", "reasoning", "operator"));
        write(root.resolve("crds"), dependencies());
        write(root.resolve("e2e"), dependencies("graph", "attic"));

        assertThat(Poms.below(root).complaints())
                .containsExactly(
                        "attic is no room of the house",
                        "e2e must depend on kubilitics-crds, or the fences do not see it",
                        "e2e must depend on kubilitics-operator, or the fences do not see it",
                        "e2e must not depend on kubilitics-attic",
                        "operator must not depend on kubilitics-operator",
                        "operator must not depend on kubilitics-reasoning");
    }

    @Test
    void withoutAModuleForTheFencesAreCaught(@TempDir Path root) throws IOException {
        write(root, modules("graph"));
        write(root.resolve("graph"), dependencies());

        assertThat(Poms.below(root).complaints())
                .containsExactly("e2e must depend on kubilitics-graph, or the fences do not see it");
    }

    @Test
    void thatObeyAreLeftAlone(@TempDir Path root) throws IOException {
        write(root, modules("graph", "policy", "e2e"));
        write(root.resolve("graph"), dependencies());
        write(root.resolve("policy"), dependencies("graph"));
        write(root.resolve("e2e"), dependencies("policy", "graph"));

        assertThat(Poms.below(root).complaints()).isEmpty();
    }

    private static String modules(String... modules) {
        return Arrays.stream(modules)
                .map("<module>%s</module>"::formatted)
                .collect(Collectors.joining("", "<modules>", "</modules>"));
    }

    private static String inProfile(String content) {
        return "<profiles><profile>" + content + "</profile></profiles>";
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
