package io.kubilitics.e2e.cluster;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stories that simulated pods and nodes tell look like the real ones. */
@OnCluster
class SimulatedNodesTest {

    private static final String NODE_FAULT = "simulate.kubilitics.io/node-fault";

    @BeforeEach
    void twoNodes(TestCluster cluster) {
        cluster.grow(2, false);
    }

    @Test
    void withoutAFaultAPodIsReadyAndHasALog(KubernetesClient client, TestNamespace namespace) {
        PodResource pod = run(client, namespace, Map.of());

        eventually(() -> assertThat(status(pod).getReady()).isTrue());
        assertThat(pod.getLog()).contains("serving");
    }

    @Test
    void crashLoopBacksOffAndLeavesLastWords(KubernetesClient client, TestNamespace namespace) {
        PodResource pod = run(client, namespace, fault("crash-loop"));

        eventually(() -> {
            assertThat(status(pod).getState().getWaiting().getReason()).isEqualTo("CrashLoopBackOff");
            assertThat(status(pod).getLastState().getTerminated().getExitCode()).isEqualTo(1);
        });
        assertThat(pod.terminated().getLog()).contains("fatal");
    }

    @Test
    void oomIsTerminatedByTheKernelsSignal(KubernetesClient client, TestNamespace namespace) {
        PodResource pod = run(client, namespace, fault("oom"));

        eventually(() -> {
            var terminated = status(pod).getLastState().getTerminated();
            assertThat(terminated.getReason()).isEqualTo("OOMKilled");
            assertThat(terminated.getExitCode()).isEqualTo(137);
        });
    }

    @Test
    void imagePullNeverStarts(KubernetesClient client, TestNamespace namespace) {
        PodResource pod = run(client, namespace, fault("image-pull"));

        eventually(() ->
                assertThat(status(pod).getState().getWaiting().getReason()).isEqualTo("ImagePullBackOff"));
        assertThat(pod.get().getStatus().getPhase()).isEqualTo("Pending");
    }

    @Test
    void unreadyRunsAndIsReported(KubernetesClient client, TestNamespace namespace) {
        PodResource pod = run(client, namespace, fault("unready"));

        eventually(() -> assertThat(client.v1()
                        .events()
                        .inNamespace(namespace.name())
                        .list()
                        .getItems())
                .anySatisfy(event -> assertThat(event.getReason()).isEqualTo("Unhealthy")));
        assertThat(status(pod).getReady()).isFalse();
    }

    @Test
    void aNodeGoesNotReadyAndComesBack(KubernetesClient client) {
        annotate(client, "kwok-0000", "not-ready");
        eventually(() -> {
            assertThat(condition(client, "kwok-0000", "Ready")).isEqualTo("False");
            assertThat(taints(client, "kwok-0000")).contains("node.kubernetes.io/not-ready");
        });

        heal(client, "kwok-0000");
        eventually(() -> assertThat(condition(client, "kwok-0000", "Ready")).isEqualTo("True"));
    }

    @Test
    void aNodeComesUnderPressureAndIsRelieved(KubernetesClient client) {
        annotate(client, "kwok-0001", "memory-pressure");
        eventually(() -> {
            assertThat(condition(client, "kwok-0001", "MemoryPressure")).isEqualTo("True");
            assertThat(taints(client, "kwok-0001")).contains("node.kubernetes.io/memory-pressure");
        });
        assertThat(condition(client, "kwok-0001", "DiskPressure")).isEqualTo("False");

        heal(client, "kwok-0001");
        eventually(() ->
                assertThat(condition(client, "kwok-0001", "MemoryPressure")).isEqualTo("False"));
    }

    @Test
    void theMetricsServerKnowsWhatASimulatedPodUses(TestCluster cluster, TestNamespace namespace) {
        run(cluster.client(), namespace, Map.of("simulate.kubilitics.io/memory", "300Mi"));
        cluster.grow(2, true);

        var metrics = cluster.client().top().pods();
        eventually(() -> assertThat(metrics.metrics(namespace.name(), "app").getContainers())
                .singleElement()
                .satisfies(used -> assertThat(used.getUsage()).containsEntry("memory", new Quantity("300Mi"))));
    }

    private static Map<String, String> fault(String fault) {
        return Map.of("simulate.kubilitics.io/fault", fault);
    }

    private static PodResource run(KubernetesClient client, TestNamespace namespace, Map<String, String> annotations) {
        client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("app")
                        .withAnnotations(annotations)
                        .endMetadata()
                        .withNewSpec()
                        .withNodeSelector(Map.of("type", "kwok"))
                        .addNewToleration()
                        .withOperator("Exists")
                        .endToleration()
                        .addNewContainer()
                        .withName("app")
                        .withImage("registry.invalid/app:1")
                        .endContainer()
                        .endSpec()
                        .build())
                .inNamespace(namespace.name())
                .create();
        return client.pods().inNamespace(namespace.name()).withName("app");
    }

    private static ContainerStatus status(PodResource pod) {
        return pod.get().getStatus().getContainerStatuses().getFirst();
    }

    private static void annotate(KubernetesClient client, String node, String fault) {
        annotation(client, node, "\"" + fault + "\"");
    }

    private static void heal(KubernetesClient client, String node) {
        annotation(client, node, "null");
    }

    private static void annotation(KubernetesClient client, String node, String json) {
        client.nodes()
                .withName(node)
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\": {\"annotations\": {\"%s\": %s}}}".formatted(NODE_FAULT, json));
    }

    private static String condition(KubernetesClient client, String node, String type) {
        return client.nodes().withName(node).get().getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst()
                .orElseThrow()
                .getStatus();
    }

    private static Set<String> taints(KubernetesClient client, String node) {
        return client.nodes().withName(node).get().getSpec().getTaints().stream()
                .map(Taint::getKey)
                .collect(Collectors.toSet());
    }
}
