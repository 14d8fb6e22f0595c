package io.kubilitics.e2e.thread;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code kubilitics diagnose --context} on a workload that is broken in three ways, is well, or gives no reason. */
@OnCluster(realNode = true)
class DiagnoseTest {

    private Shop shop;

    @BeforeEach
    void aShopThatIsWell(KubernetesClient client, TestNamespace namespace) {
        shop = Shop.thatIsWell(client, namespace);
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
        shop.readAKeyThatIsNotThere();

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
        shop.lowerTheMemoryLimit();

        eventually(() -> {
            JsonNode cause = onlyCause(Diagnosis.of(cluster, namespace));
            assertThat(cause.at("/cause").asText()).isEqualTo("oom-killed");
            assertThat(cause.at("/category").asText()).isEqualTo("oom-killed");
            assertThat(cause.at("/remedy/patch").toString()).contains("\"memory\":\"128Mi\"");
        });
    }

    @Test
    void aTagThatDoesNotExistIsFound(TestCluster cluster, TestNamespace namespace) {
        shop.askForATagThatDoesNotExist();

        eventually(() -> {
            JsonNode cause = onlyCause(Diagnosis.of(cluster, namespace));
            assertThat(cause.at("/cause").asText()).isEqualTo("incorrect-image-reference");
            assertThat(cause.at("/remedy/patch").toString()).contains("\"image\":\"kubilitics.test/workload:1\"");
        });
    }

    @Test
    void aCrashWithNothingToSeeIsInconclusive(TestCluster cluster, TestNamespace namespace) {
        shop.crashWithoutAWord();

        eventually(() -> {
            Diagnosis diagnosis = Diagnosis.of(cluster, namespace);
            assertThat(diagnosis.json().at("/status").asText()).isEqualTo("inconclusive");
            assertThat(diagnosis.json().at("/decides").toString()).contains("its log gives no reason");
            assertThat(diagnosis.exitCode()).isEqualTo(1);
        });
    }

    private static JsonNode onlyCause(Diagnosis diagnosis) {
        assertThat(diagnosis.exitCode()).isEqualTo(1);
        assertThat(diagnosis.json().at("/causes")).hasSize(1);
        return diagnosis.json().at("/causes/0");
    }
}
