package io.kubilitics.e2e.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.cli.Main;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With little memory: what one bundle needed must be free for the next, and what is too much must be refused. */
class ManyBundlesTest {

    private static final Path EXAMPLE = Path.of("../examples/missing-key");

    @TempDir
    private Path folder;

    private record Ran(int status, String out) {}

    @Test
    void areDiagnosedOneAfterTheOther() throws IOException, InterruptedException {
        int many = 60;
        for (int i = 0; i < many; i++) {
            Path bundle = Files.createDirectories(folder.resolve("cases/b" + i));
            String objects = Files.readString(EXAMPLE.resolve("objects.yaml")) + pods(400);
            Files.writeString(bundle.resolve("objects.yaml"), objects);
            Files.copy(EXAMPLE.resolve("incident.yaml"), bundle.resolve("incident.yaml"));
        }

        Ran ran = diagnose("--out", folder.resolve("answers").toString(), "cases/");

        assertThat(ran.status()).as(ran.out()).isEqualTo(1);
        assertThat(ran.out()).contains(many + " diagnosed").doesNotContain("left out");
        try (Stream<Path> answers = Files.list(folder.resolve("answers"))) {
            assertThat(answers)
                    .hasSize(many)
                    .allSatisfy(answer -> assertThat(answer)
                            .content()
                            .contains("\"bundle\" : \"missing-key\"", "config-key-missing"));
        }
    }

    @Test
    void refuseWhatWouldFillTheMemory() throws IOException, InterruptedException {
        Path large = Files.createDirectories(folder.resolve("cases/large"));
        try (RandomAccessFile file =
                new RandomAccessFile(large.resolve("objects.yaml").toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        Path wide = Files.createDirectories(folder.resolve("cases/wide"));
        Files.writeString(wide.resolve("objects.json"), "{\"kind\": \"%s\"}".formatted("x".repeat(30 << 20)));
        Path log = Files.createDirectories(folder.resolve("cases/log/logs/shop/cart-7d9c5b6f4-q9w2m"));
        try (RandomAccessFile file =
                new RandomAccessFile(log.resolve("cart.log").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        Files.copy(EXAMPLE.resolve("objects.yaml"), folder.resolve("cases/log/objects.yaml"));

        Ran ran = diagnose("cases/");

        assertThat(ran.status()).as(ran.out()).isEqualTo(1);
        assertThat(ran.out())
                .contains("large: inconclusive", "larger than 128 MiB")
                .contains("wide: inconclusive", "deeper or larger than anything")
                .contains("log: 1 cause")
                .doesNotContain("OutOfMemory", "should not have happened");
    }

    private static String pods(int count) {
        StringBuilder pods = new StringBuilder();
        for (int i = 0; i < count; i++) {
            pods.append("""
                    ---
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: other-%d, namespace: other, uid: u-%d, creationTimestamp: '2026-11-20T08:00:00Z'}
                    spec: {nodeName: node-1, containers: [{name: a, image: 'a:1'}]}
                    status: {phase: Running}
                    """.formatted(i, i));
        }
        return pods.toString();
    }

    /** The last argument is the folder of the bundles. */
    private Ran diagnose(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "diagnose"));
        command.addAll(Arrays.asList(arguments).subList(0, arguments.length - 1));
        try (Stream<Path> bundles = Files.list(folder.resolve(arguments[arguments.length - 1]))) {
            bundles.map(Path::toString).sorted().forEach(command::add);
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out);
    }
}
