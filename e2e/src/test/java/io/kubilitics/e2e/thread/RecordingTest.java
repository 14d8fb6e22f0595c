package io.kubilitics.e2e.thread;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.kubilitics.cli.Main;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kubilitics diagnose --bundle-save} of a workload that crashes and says why, in a namespace full of secrets. */
@OnCluster(realNode = true)
class RecordingTest {

    @TempDir
    private Path folder;

    @Test
    void givesTheSameAnswerWithoutTheClusterAndHoldsNoSecret(
            TestCluster cluster, KubernetesClient client, TestNamespace namespace) throws Exception {
        client.load(RecordingTest.class.getResourceAsStream("secrets.yaml"))
                .inNamespace(namespace.name())
                .resources()
                .forEach(Resource::serverSideApply);
        eventually(() -> assertThat(Diagnosis.here(cluster, namespace.name())
                        .json()
                        .at("/causes/0/cause")
                        .asText())
                .isEqualTo("application-crash"));
        Path file = folder.resolve("incident.zip");

        Diagnosis live = Diagnosis.here(cluster, namespace.name(), "--bundle-save", file.toString());

        assertThat(live.json().at("/causes/0/object/name").asText()).isEqualTo("till");
        assertThat(offline(file)).isEqualTo(live.json());
        Map<String, String> inside = unpacked(file);
        assertThat(inside.keySet())
                .contains("incident.yaml", "objects.json")
                .anyMatch(name -> name.startsWith("logs/"));
        assertThat(String.join("\n", inside.values()))
                .contains("the price list is upside down", "\"name\":\"login\"", "\"password\":\"\"")
                // In a Secret, as it is and encoded; in a variable; in a ConfigMap; in a log alone.
                .doesNotContain("planted-in-secret", "cGxhbnRlZC1pbi1zZWNyZXQ", "planted-in-variable")
                .doesNotContain("planted-in-configmap", "planted-in-log", "planted-in-url");
    }

    private static JsonNode offline(Path file) throws IOException {
        StringWriter out = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(out))
                .execute("diagnose", "--format", "json", file.toString());
        assertThat(status).isEqualTo(1);
        return new ObjectMapper().readTree(out.toString());
    }

    private static Map<String, String> unpacked(Path file) throws IOException {
        Map<String, String> inside = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                inside.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return inside;
    }
}
