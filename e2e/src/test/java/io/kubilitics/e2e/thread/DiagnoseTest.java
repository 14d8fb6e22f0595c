package io.kubilitics.e2e.thread;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code kubilitics diagnose --context} on a workload that is broken in three ways, is well, or gives no reason. */
@OnCluster(realNode = true)
class DiagnoseTest {

    @BeforeEach
    void aShopThatIsWell(KubernetesClient client, TestNamespace namespace) {
        apply(client, namespace, "shop.yaml");
        client.apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName("cart")
                .waitUntilReady(60, TimeUnit.SECONDS);
    }

    @Test
    void aShopThatIsWellIsHealthy(TestCluster cluster, TestNamespace namespace) throws Exception {
        Diagnosis diagnosis = Diagnosis.of(cluster, namespace);

        assertThat(diagnosis.json().at("/status").asText()).isEqualTo("healthy");
        assertThat(diagnosis.json().at("/coverage/complete").asBoolean()).isTrue();
        assertThat(diagnosis.exitCode()).isZero();
    }

    @Test
    void aMisspeltKeyIsFound(TestCluster cluster, TestNamespace namespace) {
        change(cluster, namespace, """
                {"name": "app", "env": [{"name": "DATABASE_URL", "valueFrom": {"configMapKeyRef": {"name": "conf", "key": "databse-url"}}}]}""");

        eventually(() -> {
            JsonNode cause = onlyCause(Diagnosis.of(cluster, namespace));
            assertThat(cause.at("/cause").asText()).isEqualTo("config-key-missing");
            assertThat(cause.at("/confidence").asText()).isEqualTo("proven");
            assertThat(cause.at("/object/name").asText()).isEqualTo("cart");
            assertThat(cause.at("/remedy/patch").toString()).contains("\"key\":\"database-url\"");
        });
    }

    @Test
    void aLoweredMemoryLimitIsFound(TestCluster cluster, TestNamespace namespace) {
        change(cluster, namespace, """
                {"name": "app", "resources": {"limits": {"memory": "16Mi"}}}""");

        eventually(() -> {
            JsonNode cause = onlyCause(Diagnosis.of(cluster, namespace));
            assertThat(cause.at("/cause").asText()).isEqualTo("memory-limit-lowered");
            assertThat(cause.at("/category").asText()).isEqualTo("oom-killed");
            assertThat(cause.at("/remedy/patch").toString()).contains("\"memory\":\"128Mi\"");
        });
    }

    @Test
    void aTagThatDoesNotExistIsFound(TestCluster cluster, TestNamespace namespace) {
        apply(cluster.client(), namespace, "registry.yaml");
        change(cluster, namespace, """
                {"name": "app", "image": "127.0.0.1:5000/cart:no-such-tag"}""");

        eventually(() -> {
            JsonNode cause = onlyCause(Diagnosis.of(cluster, namespace));
            assertThat(cause.at("/cause").asText()).isEqualTo("image-not-found");
            assertThat(cause.at("/remedy/patch").toString()).contains("\"image\":\"kubilitics.test/workload:1\"");
        });
    }

    @Test
    void aCrashWithNothingToSeeIsInconclusive(TestCluster cluster, TestNamespace namespace) {
        change(cluster, namespace, """
                {"name": "app", "command": ["/bin/workload", "crash", "-after", "1s"]}""");

        eventually(() -> {
            Diagnosis diagnosis = Diagnosis.of(cluster, namespace);
            assertThat(diagnosis.json().at("/status").asText()).isEqualTo("inconclusive");
            assertThat(diagnosis.json().at("/decides").toString()).contains("its log gives no reason");
            assertThat(diagnosis.exitCode()).isEqualTo(1);
        });
    }

    private static void apply(KubernetesClient client, TestNamespace namespace, String manifests) {
        client.load(DiagnoseTest.class.getResourceAsStream(manifests))
                .inNamespace(namespace.name())
                .resources()
                .forEach(Resource::serverSideApply);
    }

    private static void change(TestCluster cluster, TestNamespace namespace, String container) {
        cluster.client()
                .apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName("cart")
                .patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "{\"spec\": {\"template\": {\"spec\": {\"containers\": [%s]}}}}".formatted(container));
    }

    private static JsonNode onlyCause(Diagnosis diagnosis) {
        assertThat(diagnosis.exitCode()).isEqualTo(1);
        assertThat(diagnosis.json().at("/causes")).hasSize(1);
        return diagnosis.json().at("/causes/0");
    }
}
