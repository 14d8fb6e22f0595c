package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.reasoning.Verdict;
import io.kubilitics.reasoning.Yard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeCausesTest {

    private static final String POD = Yard.container("'cpu': '1'");
    private static final String DOWN = "'taints': [{'key': 'node.kubernetes.io/not-ready', 'effect': 'NoSchedule'}]";
    private static final String PRESSED =
            "'taints': [{'key': 'node.kubernetes.io/disk-pressure', 'effect': 'NoSchedule'}]";
    private static final String CORDON = "'unschedulable': true, 'taints': [{'key': 'node.kubernetes.io/unschedulable',"
            + " 'effect': 'NoSchedule', 'timeAdded': '2026-11-21T09:30:00Z'}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "container runtime is down|containerd-unavailable",
                "[PLEG is not healthy: pleg was last seen active 5m ago]|containerd-unavailable",
                "container runtime network not ready: cni plugin not initialized|node-network-plugin-unavailable",
                "Kubelet stopped posting node status.|kubelet-unavailable",
                "something else|node-not-ready"
            })
    void whatTheNodeSaysTellsWhichOfItsServicesIsDown(String said, String cause) {
        Yard yard = new Yard()
                .node("a", "", DOWN, "'type': 'Ready', 'status': 'False', 'message': '%s'".formatted(said))
                .running("old", "a", "", POD)
                .waiting(
                        POD,
                        "0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }.")
                .listed();

        assertThat(yard.cause()).isEqualTo(cause + " Node a");
        assertThat(yard.causes().getFirst().explains()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"CrashLoopBackOff, DaemonSet net-system/mesh", "none, Node a"})
    void aNodeHasNoNetworkBecauseOfThePluginThatFailsThere(String waits, String fault) {
        String state = waits.equals("none")
                ? "'ready': true, 'state': {'running': {'startedAt': '2026-11-21T08:00:00Z'}}"
                : "'restartCount': 5, 'state': {'waiting': {'reason': '%s'}}".formatted(waits);
        Yard yard = new Yard()
                .node(
                        "a",
                        "",
                        DOWN,
                        "'type': 'Ready', 'status': 'False', 'message': 'container runtime network not ready: NetworkReady=false"
                                + " reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized'")
                .running("old", "a", "", POD)
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'mesh-x', 'namespace': 'net-system', 'uid': 'mx', 'creationTimestamp': '2026-11-21T08:00:00Z',
                          'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'DaemonSet', 'name': 'mesh', 'uid': 'ms', 'controller': true}]},
                         'spec': {'nodeName': 'a', 'hostNetwork': true, 'containers': [{'name': 'main', 'image': 'mesh:1'}]},
                         'status': {'phase': 'Running', 'containerStatuses': [{'name': 'main', %s}]}}""".formatted(state))
                .listed();

        assertThat(yard.cause()).isEqualTo("node-network-plugin-unavailable " + fault);
    }

    @Test
    void aNodeThatIsShortOfSomethingKeepsPodsAway() {
        Yard yard = new Yard()
                .node("a", "", PRESSED, "'type': 'DiskPressure', 'status': 'True'")
                .waiting(POD, "no words")
                .listed();

        assertThat(yard.causes()).anySatisfy(found -> {
            assertThat(found.cause()).isEqualTo("node-pressure");
            assertThat(found.ruling().object()).hasToString("Node a");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pod ephemeral local storage usage exceeds the total limit of containers 1Gi.|ephemeral-storage-exceeded Pod shop/full",
                "The node was low on resource: memory. Threshold quantity: 100Mi.|node-pressure Node a"
            })
    void anEvictedPodTellsWhetherItWasGreedyOrItsNodePoor(String said, String cause) {
        Yard yard = new Yard().node("a", "", "").object(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'full', 'namespace': 'shop', 'creationTimestamp': '2026-11-21T10:00:00Z'},
                 'spec': {'nodeName': 'a'}, 'status': {'phase': 'Failed', 'reason': 'Evicted', 'message': '%s'}}""".formatted(said));

        assertThat(yard.listed().cause()).isEqualTo(cause);
    }

    @Test
    void aBudgetThatAsksForAllPodsBlocksADrainAndOneWithUnwellPodsWaitsForThem() {
        assertThat(draining(3, 3).cause()).isEqualTo("pdb-blocks-drain PodDisruptionBudget shop/guard");
        assertThat(draining(2, 2).cause()).isEqualTo("pdb-waits-for-pods Pod shop/one");
    }

    @Test
    void ofTwoBudgetsForTheSamePodsTheYoungerBlocksTheDrain() {
        Yard yard = cordoned()
                .object(Kind.DISRUPTION_BUDGET, generous("first", "2026-11-01", "'app': 'guarded'"))
                .object(Kind.DISRUPTION_BUDGET, generous("second", "2026-11-20", "'tier': 'back'"))
                .listed();
        assertThat(yard.cause()).isEqualTo("pdb-not-the-only-one PodDisruptionBudget shop/second");

        Yard apart = cordoned()
                .object(Kind.DISRUPTION_BUDGET, generous("first", "2026-11-01", "'app': 'guarded'"))
                .object(Kind.DISRUPTION_BUDGET, generous("second", "2026-11-20", "'tier': 'front'"))
                .listed();
        assertThat(apart.verdict()).isNotInstanceOf(Verdict.Diagnosed.class);
    }

    @Test
    void aFinalizerThatNobodyRemovesHoldsWhatIsToGo() {
        Yard yard = new Yard()
                .object(Kind.CONFIG_MAP, held("'finalizers': ['acme.io/clean-up'],"))
                .listed();
        assertThat(yard.cause()).isEqualTo("finalizer-stuck ConfigMap shop/held");

        assertThat(new Yard().object(Kind.CONFIG_MAP, held("")).listed().verdict())
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void anAutoscalerIsBlindWithoutRequests() {
        Yard yard = new Yard().object(Kind.AUTOSCALER, """
                {'apiVersion': 'autoscaling/v2', 'kind': 'HorizontalPodAutoscaler', 'metadata': {'name': 'h', 'namespace': 'shop'},
                 'spec': {'scaleTargetRef': {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'mill'}},
                 'status': {'conditions': [{'type': 'ScalingActive', 'status': 'False', 'reason': 'FailedGetResourceMetric',
                   'message': 'unable to get metrics: missing request for cpu in container main', 'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""");

        assertThat(yard.listed().cause()).isEqualTo("hpa-target-missing HorizontalPodAutoscaler shop/h");
        yard.object(
                Kind.DEPLOYMENT,
                "{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'mill', 'namespace': 'shop'}, 'spec': {'replicas': 0}}");
        assertThat(yard.cause()).isEqualTo("hpa-requests-missing Deployment shop/mill");
    }

    private static Yard cordoned() {
        return new Yard().node("a", "", CORDON).running("one", "a", "'app': 'guarded', 'tier': 'back'", POD);
    }

    /** A budget that would let one of its pods go. */
    private static String generous(String name, String made, String pods) {
        return """
                {'apiVersion': 'policy/v1', 'kind': 'PodDisruptionBudget', 'metadata': {'name': '%s', 'namespace': 'shop', 'uid': 'b-%1$s',
                  'creationTimestamp': '%sT09:00:00Z'}, 'spec': {'maxUnavailable': 1, 'selector': {'matchLabels': {%s}}},
                 'status': {'disruptionsAllowed': 1, 'currentHealthy': 3, 'desiredHealthy': 2, 'expectedPods': 3}}""".formatted(name, made, pods);
    }

    private static Yard draining(int wanted, int healthy) {
        return new Yard()
                .node("a", "", CORDON)
                .running("one", "a", "'app': 'guarded'", POD)
                .object(Kind.DISRUPTION_BUDGET, """
                        {'apiVersion': 'policy/v1', 'kind': 'PodDisruptionBudget', 'metadata': {'name': 'guard', 'namespace': 'shop'},
                         'spec': {'minAvailable': %d, 'selector': {'matchLabels': {'app': 'guarded'}}},
                         'status': {'disruptionsAllowed': 0, 'currentHealthy': %d, 'desiredHealthy': %d, 'expectedPods': 3}}""".formatted(wanted, healthy, wanted))
                .listed();
    }

    private static String held(String finalizers) {
        return """
                {'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'held', 'namespace': 'shop', %s
                  'deletionTimestamp': '2026-11-21T09:00:00Z'}}""".formatted(finalizers);
    }
}
