package io.kubilitics.e2e.cluster;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rest of the house leans on in an API server, seen on a real one. */
@OnCluster
class ControlPlaneTest {

    @Test
    void jsonPatchWithAFailingTestChangesNothing(KubernetesClient client, TestNamespace namespace) {
        create(client, namespace, "patched", Map.of("level", "low"));
        var target = client.configMaps().inNamespace(namespace.name()).withName("patched");

        assertThatThrownBy(() -> target.patch(json(), replaceIf("high")))
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(422));
        assertThat(target.get().getData()).containsEntry("level", "low");

        target.patch(json(), replaceIf("low"));
        assertThat(target.get().getData()).containsEntry("level", "changed");
    }

    @Test
    void serverSideDryRunAnswersAndLeavesNothing(KubernetesClient client, TestNamespace namespace) {
        ConfigMap answer = client.resource(configMap("imagined", Map.of("a", "b")))
                .inNamespace(namespace.name())
                .dryRun()
                .create();

        assertThat(answer.getMetadata().getUid()).isNotBlank();
        assertThat(client.configMaps()
                        .inNamespace(namespace.name())
                        .withName("imagined")
                        .get())
                .isNull();
    }

    @Test
    void aWatchGoesOnAfterTheApiServerCrashed(TestCluster cluster, TestNamespace namespace) {
        KubernetesClient client = cluster.client();
        try (SharedIndexInformer<ConfigMap> informer =
                client.configMaps().inNamespace(namespace.name()).inform()) {
            create(client, namespace, "before", Map.of());
            eventually(() -> assertThat(names(informer)).contains("before"));

            cluster.cluster().crashApiServer();
            assertThat(cluster.cluster().running())
                    .noneMatch(process -> process.name().equals("kube-apiserver"));
            cluster.cluster().restartApiServer();
            create(client, namespace, "after", Map.of());

            eventually(() -> assertThat(names(informer)).contains("before", "after"));
        }
    }

    @Test
    void writesAreInTheAuditLogWithTheirAuthor(TestCluster cluster, TestNamespace namespace) {
        create(cluster.client(), namespace, "audited", Map.of());

        eventually(() -> assertThat(Files.readString(cluster.cluster().auditLog()))
                .contains("\"name\":\"audited\"")
                .contains("\"username\":\"admin\""));
    }

    private static List<String> names(SharedIndexInformer<ConfigMap> informer) {
        return informer.getStore().list().stream()
                .map(map -> map.getMetadata().getName())
                .toList();
    }

    private static void create(
            KubernetesClient client, TestNamespace namespace, String name, Map<String, String> data) {
        client.resource(configMap(name, data)).inNamespace(namespace.name()).create();
    }

    private static ConfigMap configMap(String name, Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withData(data)
                .build();
    }

    private static PatchContext json() {
        return PatchContext.of(PatchType.JSON);
    }

    private static String replaceIf(String expected) {
        return """
                [{"op": "test", "path": "/data/level", "value": "%s"},
                 {"op": "replace", "path": "/data/level", "value": "changed"}]""".formatted(expected);
    }
}
