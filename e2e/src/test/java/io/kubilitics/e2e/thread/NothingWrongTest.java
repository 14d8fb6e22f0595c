package io.kubilitics.e2e.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do every day is no incident: however often {@code kubilitics diagnose --context} looks at it meanwhile. */
@OnCluster
class NothingWrongTest {

    private static final int PODS = 24;

    private KubernetesClient client;
    private String namespace;
    private Polls polls;

    NothingWrongTest(TestCluster cluster) {
        client = cluster.client();
        namespace = "";
        polls = new Polls(cluster, namespace);
    }

    @BeforeEach
    void aCrowdThatIsWell(TestCluster cluster, TestNamespace fresh) {
        cluster.grow(2, false);
        namespace = fresh.name();
        polls = new Polls(cluster, namespace);
        client.load(NothingWrongTest.class.getResourceAsStream("crowd.yaml"))
                .inNamespace(namespace)
                .resources()
                .forEach(Resource::serverSideApply);
        crowd().waitUntilReady(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void allNodesAreOpen() {
        nodes().forEach(node -> open(name(node), true));
    }

    @Test
    void aRollout() throws IOException {
        crowd().edit(deployment -> {
            deployment
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .getFirst()
                    .setImage("registry.invalid/crowd:2");
            return deployment;
        });

        nothingIsFound(pods -> ready(pods) == PODS
                && pods.stream()
                        .allMatch(pod -> pod.getSpec()
                                .getContainers()
                                .getFirst()
                                .getImage()
                                .endsWith(":2")));
    }

    @Test
    void aScaleDown() throws IOException {
        crowd().scale(2);

        nothingIsFound(pods -> pods.size() == 2);
    }

    /** As {@code kubectl drain} does it: nobody new, and everybody there is asked to leave as the budget allows. */
    @Test
    void aDrain() throws Exception {
        String node = name(nodes().getFirst());
        open(node, false);
        Thread drain = Thread.ofVirtual().start(() -> empty(node));

        nothingIsFound(pods -> pods.stream().noneMatch(pod -> on(node, pod)) && ready(pods) == PODS);

        drain.join();
    }

    private void empty(String node) {
        while (!Thread.currentThread().isInterrupted()) {
            List<PodResource> left = client.pods()
                    .inNamespace(namespace)
                    .resources()
                    .filter(pod -> pod.get() != null && on(node, pod.get()))
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            // What the budget does not allow now is asked for again.
            left.forEach(PodResource::evict);
        }
    }

    private void nothingIsFound(Predicate<List<Pod>> over) throws IOException {
        List<Polls.Poll> all = polls.until(over);

        assertThat(all).extracting(Polls.Poll::answer).containsOnly("healthy");
        assertThat(all).filteredOn(Polls.Poll::amid).hasSizeGreaterThanOrEqualTo(2);
    }

    private RollableScalableResource<Deployment> crowd() {
        return client.apps().deployments().inNamespace(namespace).withName("crowd");
    }

    private List<Node> nodes() {
        return client.nodes().withLabel("type", "kwok").list().getItems();
    }

    private void open(String node, boolean open) {
        client.nodes().withName(node).edit(it -> {
            it.getSpec().setUnschedulable(!open);
            return it;
        });
    }

    private static String name(Node node) {
        return node.getMetadata().getName();
    }

    private static boolean on(String node, Pod pod) {
        return node.equals(pod.getSpec().getNodeName());
    }

    private static long ready(List<Pod> pods) {
        return pods.stream().filter(Readiness::isPodReady).count();
    }
}
