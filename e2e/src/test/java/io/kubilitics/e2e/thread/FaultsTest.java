package io.kubilitics.e2e.thread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kubilitics diagnose --context} finds what is wrong, whatever people got wrong: all at once, each in its namespace. */
@OnCluster(realNode = true)
class FaultsTest {

    /** What may still come by itself is no trouble for the first minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(110);

    @BeforeAll
    static void everythingIsWrong(TestCluster cluster) {
        cluster.grow(1, false);
        KubernetesClient client = cluster.client();
        client.load(FaultsTest.class.getResourceAsStream("registry.yaml"))
                .inNamespace("default")
                .resources()
                .forEach(Resource::serverSideApply);
        all().forEach(fault -> fault.inject(client));
    }

    @AfterAll
    static void nothingIsLeft(KubernetesClient client) {
        all().forEach(fault -> client.namespaces().withName(fault.namespace()).delete());
        client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName("fault-guard")
                .delete();
        client.pods().inNamespace("default").withName("registry").delete();
    }

    static List<Fault> all() {
        return Fault.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void isFound(Fault fault, TestCluster cluster) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(3))
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> {
                    JsonNode answer = Diagnosis.here(cluster, fault.namespace()).json();
                    assertThat(answer.path("status").asText()).isEqualTo("diagnosed");
                    assertThat(answer.path("causes"))
                            .extracting(cause -> "%s %s/%s"
                                    .formatted(
                                            cause.path("cause").asText(),
                                            cause.at("/object/kind").asText(),
                                            cause.at("/object/name").asText()))
                            .containsExactly(fault.cause() + " " + fault.object());
                });
    }
}
