package io.kubilitics.e2e.thread;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.cli.cluster.machine.Tool;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.e2e.road.People;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole way: an incident that really happens on a real node is found, explained, proposed to be mended, approved by a person,
 * written, and watched until the workload is well. As docs/thread.md tells it.
 */
@OnCluster(realNode = true)
class ThreadTest {

    private static final Duration BOUND = Duration.ofSeconds(60);

    private TestCluster cluster;
    private TestNamespace namespace;
    private Shop shop;
    private People people;
    private Up up;

    /** What happens, and the cause that has to be found. */
    static Stream<Arguments> incidents() {
        return Stream.of(
                incident("config-key-missing", Shop::readAKeyThatIsNotThere),
                incident("oom-killed", Shop::lowerTheMemoryLimit),
                incident("incorrect-image-reference", Shop::askForATagThatDoesNotExist));
    }

    private static Arguments incident(String cause, Consumer<Shop> happens) {
        return Arguments.of(cause, happens);
    }

    @BeforeEach
    void aShopThatIsWellAndWatched(KubernetesClient client, TestCluster cluster, TestNamespace namespace)
            throws IOException {
        this.cluster = cluster;
        this.namespace = namespace;
        shop = Shop.thatIsWell(client, namespace);
        up = new Up(cluster, namespace.name());
        eventually(() -> assertThat(up.told()).anyMatch(line -> line.endsWith("All is well.")));
        people = new People(cluster, namespace.name());
        people.mayDecide("ann");
        people.mayEditDeployments("ann");
    }

    @AfterEach
    void end() {
        up.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incidents")
    void isFoundAndMendedOnceApproved(String cause, Consumer<Shop> happens) throws Exception {
        long start = System.nanoTime();
        happens.accept(shop);
        String proposal = awaitsApproval();
        Duration proposed = since(start);
        assertThat(proposal).startsWith(cause);
        aForgedApprovalIsRefused(proposal);

        people.approve("ann", proposal);

        eventually(() -> assertThat(phase(proposal)).isEqualTo("Succeeded"));
        Duration whole = since(start);
        System.out.printf("%s: proposed after %d ms, well after %d ms%n", cause, proposed.toMillis(), whole.toMillis());
        assertThat(whole).isLessThan(BOUND);
        assertThat(shop.cart().isReady()).isTrue();
        theStoryIsTold(cause, proposal);
        assertThat(Diagnosis.of(cluster, namespace).json().at("/status").asText())
                .isEqualTo("healthy");
        assertThat(up.end()).isZero();
    }

    private String awaitsApproval() {
        StringBuilder name = new StringBuilder();
        eventually(() -> {
            String[] first = people.kubectl("ann", "get", "proposals", "--no-headers")
                    .out()
                    .strip()
                    .split(" +");
            assertThat(first).hasSizeGreaterThan(2);
            assertThat(first[1]).isEqualTo("AwaitingApproval");
            name.append(first[0]);
        });
        return name.toString();
    }

    /** Mallory may patch proposals, and pretends that ann decided, or that it is approved already. */
    private void aForgedApprovalIsRefused(String proposal) {
        people.mayPropose("mallory");
        String plan = people.kubectl("ann", "get", "proposal", proposal, "-o", "jsonpath={.status.planHash}")
                .out();

        Tool.Answer inAnnsName =
                people.kubectl("mallory", "patch", "proposal", proposal, "--type=json", "-p", """
                [{"op": "add", "path": "/spec/decisions/-", "value": {"by": "ann", "verdict": "approve", "planHash": "%s"}}]""".formatted(plan));
        Tool.Answer inHisOwn = people.tryApprove("mallory", proposal);

        assertThat(inAnnsName.fine()).isFalse();
        assertThat(inAnnsName.err()).contains("you decide in your own name only, mallory");
        assertThat(inHisOwn.fine()).isFalse();
        assertThat(inHisOwn.err()).contains("needs the verb approve on proposals");
        assertThat(phase(proposal)).isEqualTo("AwaitingApproval");
    }

    private void theStoryIsTold(String cause, String proposal) {
        assertThat(people.kubectl("ann", "get", "proposals").out()).contains("Succeeded", "Deployment", "cart");
        assertThat(people.kubectl("ann", "describe", "proposal", proposal).out())
                .contains("approved by ann", "every rule allows it", "protected-namespaces", "Plan Hash:", "Helped");
        assertThat(people.kubectl("ann", "get", "events", "--field-selector", "involvedObject.kind=Deployment")
                        .out())
                .contains("Written", "Helped");
        eventually(() -> assertThat(up.told())
                .anyMatch(line -> line.contains("At fault: Deployment") && line.contains(cause))
                .anyMatch(line -> line.contains(proposal + ": Succeeded"))
                .anyMatch(line -> line.contains("Gone: ")));
    }

    private String phase(String proposal) {
        return people.kubectl("ann", "get", "proposal", proposal, "-o", "jsonpath={.status.phase}")
                .out();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
