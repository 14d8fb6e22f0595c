package io.kubilitics.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.cli.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseBundlesTest {

    private static final String EXAMPLE = "../examples/missing-key";

    @TempDir
    private Path folder;

    @Test
    void tellsAPersonWhatIsWrong() {
        Called called = Called.with("diagnose", EXAMPLE);

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out()).startsWith("missing-key: 1 cause.").contains("has no key 'database.url'");
        assertThat(called.err()).isEmpty();
    }

    @Test
    void writesOneAnswerForEachPathByTheNameOfItsFolder() throws IOException {
        Path file = Files.copy(Path.of(EXAMPLE, "objects.yaml"), folder.resolve("dump.yaml"));
        Path out = folder.resolve("new/answers");

        Called called = Called.with("diagnose", "--format", "json", "--out", out.toString(), EXAMPLE, file.toString());

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out()).isEmpty();
        // Before it stands how far it is, where that took long.
        assertThat(called.err().lines()).last().isEqualTo(out + ": 2 diagnosed");
        assertThat(answer(out.resolve("missing-key.json")).path("bundle").asText())
                .isEqualTo("missing-key");
        assertThat(answer(out.resolve("dump.json"))
                        .path("causes")
                        .path(0)
                        .path("cause")
                        .asText())
                .isEqualTo("config-key-missing");
        try (Stream<Path> answers = Files.list(out)) {
            assertThat(answers).hasSize(2);
        }
    }

    @Test
    void isFineWhenNothingIsWrongAnywhere() throws IOException {
        String wrong = Files.readString(Path.of(EXAMPLE, "objects.yaml"));
        String right = wrong.replace("database-url: postgres", "database.url: postgres")
                .replace("reason: CreateContainerConfigError", "reason: ContainerCreating");
        Files.writeString(folder.resolve("objects.yaml"), right);

        assertThat(Called.with("diagnose", folder.toString()).status()).isZero();
        assertThat(Called.with("diagnose", folder.toString(), EXAMPLE).status()).isEqualTo(1);
    }

    @Test
    void tellsWhatWasLeftOut() throws IOException {
        Path file = Files.writeString(folder.resolve("dump.yaml"), "kind: [\n");

        Called called = Called.with("diagnose", file.toString());

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out())
                .startsWith("dump: inconclusive.")
                .contains("dump.yaml, document 1, line 1: no valid YAML");
        assertThat(called.err()).startsWith("kubilitics: dump: dump.yaml, document 1, line 1: no valid YAML");
    }

    @Test
    void refusesWhatItCannotDoBeforeItBegins() {
        wrong("there is no file or folder nowhere", "nowhere");
        wrong("two of the paths are called 'missing-key'", "--out", folder.toString(), EXAMPLE, EXAMPLE + "/");
        wrong("a PATH or a live cluster, not both", EXAMPLE, "--context", "c");
        wrong("--out is for PATHs", "--out", folder.toString());
        wrong("--bundle-save is for a live cluster; a PATH is a bundle already", EXAMPLE, "--bundle-save", "new.zip");
        wrong("--force is for --bundle-save", EXAMPLE, "--force");
        wrong(folder + " is a folder: name a file in it", "--bundle-save", folder.toString());
        assertThat(folder).isEmptyDirectory();
    }

    private static void wrong(String sentence, String... arguments) {
        Called called = Called.with(
                Stream.concat(Stream.of("diagnose"), Stream.of(arguments)).toArray(String[]::new));

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err()).startsWith("kubilitics: " + sentence);
    }

    private static JsonNode answer(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
