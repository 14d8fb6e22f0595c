package io.kubilitics.e2e.telemetry;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.cli.Main;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A command that runs on, as its user runs it: in a process of its own, told to end by SIGTERM. */
@OnCluster
class RunningCommandTest {

    @Test
    void itLogsForProgramsAnswersHowItIsAndEndsCleanly(TestCluster cluster) throws Exception {
        Process process = mcp(cluster);
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader log = process.errorReader(StandardCharsets.UTF_8)) {
            Asked ops = new Asked(port(log, lines));
            eventually(() -> assertThat(ops.text("/readyz?verbose"))
                    .isEqualTo("[+]world-synced ok\n[+]watches ok\n[+]brain-stream ok\nreadyz check passed\n"));
            assertThat(ops.text("/metrics")).contains("kubilitics_followers 1.0");

            long told = System.nanoTime();
            process.toHandle().destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

            assertThat(System.nanoTime() - told).isLessThan(TimeUnit.SECONDS.toNanos(5));
            assertThat(process.exitValue()).isZero();
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                lines.add(new ObjectMapper().readTree(line));
            }
            assertThat(process.getInputStream().readAllBytes()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
        assertThat(lines)
                .noneMatch(line ->
                        List.of("WARN", "ERROR").contains(line.path("level").asText()));
        assertThat(lines.getLast().path("message").asText()).isEqualTo("everything is closed");
    }

    @Test
    void aPortThatIsTakenIsOneSentence(TestCluster cluster) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start(cluster, String.valueOf(taken.getLocalPort()));
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(err.lines())
                    .filteredOn(line -> line.startsWith("kubilitics:"))
                    .containsExactly(
                            "kubilitics: cannot listen on localhost:%d: Address already in use; choose another --ops-port"
                                    .formatted(taken.getLocalPort()));
        }
    }

    private static int port(BufferedReader log, List<JsonNode> lines) throws IOException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            JsonNode entry = new ObjectMapper().readTree(line);
            lines.add(entry);
            if (entry.path("message").asText().startsWith("answering /livez")) {
                return entry.at("/kvpList/1/port").asInt();
            }
        }
        throw new IllegalStateException("it did not say where it answers: " + lines);
    }

    private static Process mcp(TestCluster cluster) throws IOException {
        return start(cluster, "0", "--log-format", "json", "-v");
    }

    private static Process start(TestCluster cluster, String port, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "mcp",
                "--kubeconfig",
                cluster.cluster().kubeconfig().toString(),
                "--ops-port",
                port));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).start();
    }
}
