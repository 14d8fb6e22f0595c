package io.kubilitics.e2e.thread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.cli.Main;
import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.machine.Tool;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A client that we did not write: the Python {@code mcp} package starts the server and calls the tool. */
@OnCluster
class McpClientTest {

    private static final Path PYTHON = Path.of("src", "test", "python");

    @Test
    void aForeignClientListsTheToolCallsItAndChecksTheAnswer(TestCluster cluster, TestNamespace namespace)
            throws IOException {
        String printed = Tool.run(
                python(),
                PYTHON.resolve("diagnose_over_mcp.py").toString(),
                namespace.name(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "mcp",
                "--kubeconfig",
                cluster.cluster().kubeconfig().toString());

        JsonNode seen = new ObjectMapper().readTree(printed);
        assertThat(seen.at("/tools/tools").findValuesAsText("name")).contains("diagnose");
        assertThat(seen.at("/answer/structuredContent/status").asText()).isEqualTo("healthy");
        assertThat(seen.at("/answer/content/0/text").asText()).startsWith(namespace.name() + ": healthy.");
        assertThat(seen.at("/mistake/isError").asBoolean()).isTrue();
        assertThat(seen.at("/mistake/content/0/text").asText()).contains("no argument 'namespase'");
    }

    /** The pinned packages in an environment of their own, made once and kept beside the built binaries. */
    private static String python() throws IOException {
        String pins = Files.readString(PYTHON.resolve("requirements.txt"));
        Path environment =
                Binaries.of(System.getenv()).cache().resolve("python").resolve(Integer.toHexString(pins.hashCode()));
        Path interpreter = environment.resolve("bin").resolve("python");
        Path complete = environment.resolve("complete");
        if (!Files.exists(complete)) {
            Tool.run("python3", "-m", "venv", "--clear", environment.toString());
            Tool.run(
                    interpreter.toString(),
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "-r",
                    PYTHON.resolve("requirements.txt").toString());
            Files.createFile(complete);
        }
        return interpreter.toString();
    }
}
