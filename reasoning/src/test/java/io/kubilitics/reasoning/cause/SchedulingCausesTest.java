package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.fit.Obstacle;
import io.kubilitics.reasoning.Verdict;
import io.kubilitics.reasoning.Yard;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulingCausesTest {

    private static final String PRESS = " StatefulSet shop/press";
    private static final String SMALL = Yard.container("'cpu': '1'");
    private static final String CORDON =
            "'unschedulable': true, 'taints': [{'key': 'node.kubernetes.io/unschedulable', 'effect': 'NoSchedule'}]";
    private static final String TAINT = "'taints': [{'key': 'team', 'value': 'b', 'effect': 'NoSchedule'}]";
    private static final String HEAD = "'node-role.kubernetes.io/control-plane': ''";
    private static final String SELECTS = SMALL + ", 'nodeSelector': {'disk': 'fast'}";

    @Test
    void aLabelThatNoNodeHasIsTheWorkloadsToCorrect() {
        Yard yard = new Yard()
                .node("a", "'disk': 'slow'", "")
                .node("b", "", "")
                .waiting(
                        SELECTS,
                        "0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector."
                                .replace("'", "’"))
                .listed();

        assertThat(yard.cause()).isEqualTo("node-selector-mismatch" + PRESS);
        assertThat(yard.claims()).anyMatch(claim -> claim.says().contains("disk=slow") && !claim.tainted());
    }

    /** The same wish, and the one node that grants it: what stands in the way there is the cause, wherever else the wish fails. */
    @ParameterizedTest
    @CsvSource({"CORDON, node-cordon-mismatch", "TAINT, taint-toleration-mismatch"})
    void whatTheOnlyFittingNodeRefusesIsTheCause(String how, String cause) {
        Yard yard = new Yard()
                .node("a", "'disk': 'fast'", how.equals("CORDON") ? CORDON : TAINT)
                .node("b", "", "")
                .node("c", "", "")
                .waiting(SELECTS, "0/0 nodes are available")
                .listed();

        assertThat(yard.cause()).isEqualTo(cause + PRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "cpu, 5, cpu-capacity-mismatch",
        "memory, 9Gi, memory-capacity-mismatch",
        "acme.io/card, 1, resource-capacity-mismatch"
    })
    void whatNoNodeHasLeftIsNamed(String resource, String amount, String cause) {
        Yard yard = new Yard()
                .node("a", "", "")
                .node("b", "", "")
                .waiting(Yard.container("'%s': '%s'".formatted(resource, amount)), "no words")
                .listed();

        assertThat(yard.cause()).isEqualTo(cause + PRESS);
    }

    @Test
    void whatOthersHaveTakenIsNotLeft() {
        Yard yard = new Yard()
                .node("a", "", "")
                .running("old", "a", "", Yard.container("'cpu': '3500m'"))
                .waiting(SMALL, "0/1 nodes are available: 1 Insufficient cpu.")
                .listed();

        assertThat(yard.cause()).isEqualTo("cpu-capacity-mismatch" + PRESS);
        assertThat(yard.causes().getFirst().ruling().confidence()).isEqualTo(Confidence.PROVEN);
    }

    @Test
    void nodesThatRunTheClusterAreNotWhatIsMissing() {
        Yard yard = new Yard()
                .node("head", HEAD, CORDON)
                .node("a", "", "")
                .waiting(
                        Yard.container("'cpu': '5'"),
                        "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) were unschedulable.")
                .listed();

        assertThat(yard.cause()).isEqualTo("cpu-capacity-mismatch" + PRESS);
    }

    @Test
    void aNodeThatWouldDoWereItNotCordonedOutweighsTheOthersBeingFull() {
        String apart = SMALL
                + ", 'affinity': {'podAntiAffinity': {'requiredDuringSchedulingIgnoredDuringExecution': [{'labelSelector':"
                + " {'matchLabels': {'app': 'press'}}, 'topologyKey': 'kubernetes.io/hostname'}]}}";
        Yard full = new Yard()
                .node("a", "", "")
                .running("press-0", "a", "'app': 'press'", SMALL)
                .waiting(apart, "0/0 nodes are available");

        assertThat(full.listed().cause()).isEqualTo("pod-anti-affinity-conflict" + PRESS);
        assertThat(full.node("b", "", CORDON).cause()).isEqualTo("node-cordon-mismatch" + PRESS);
    }

    @Test
    void whatOnlyTheSchedulerCanSeeIsLikely() {
        Yard yard = new Yard()
                .node("a", "", "")
                .waiting(
                        SMALL,
                        "0/1 nodes are available: 1 Insufficient memory. preemption: 0/1 nodes are available: 1 No preemption victims.")
                .listed();

        assertThat(yard.cause()).isEqualTo("memory-capacity-mismatch" + PRESS);
        assertThat(yard.causes().getFirst().ruling().confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void whereANodeWouldTakeThePodNothingIsConfirmed() {
        Yard yard =
                new Yard().node("a", "", "").waiting(SMALL, "some other words").listed();

        assertThat(yard.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void withoutAWordOfASchedulerTheSchedulerIsAway() {
        Yard yard = new Yard()
                .node("head", HEAD, CORDON)
                .node("a", "", "")
                .waiting(SMALL, "")
                .listed();

        assertThat(yard.cause()).isEqualTo("kube-scheduler-unavailable Node head");
        assertThat(new Yard()
                        .node("a", "", "")
                        .waiting(SMALL + ", 'schedulerName': 'mine'", "")
                        .listed()
                        .cause())
                .isEqualTo("scheduler-unknown" + PRESS);
    }

    @Test
    void theSchedulersWordsAreCountedByReason() {
        assertThat(SchedulerWords.reasons(
                        "0/9 nodes are available: 1 Too many pods, 2 node(s) had untolerated taint {team: b},"
                                + " 1 node(s) had volume node affinity conflict, 2 node(s) didn't match pod anti-affinity rules,"
                                + " 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }, 2 node(s) didn't match pod topology"
                                + " spread constraints. preemption: 0/9 nodes are available: 9 Insufficient cpu."))
                .isEqualTo(Map.of(
                        Obstacle.OTHER_RESOURCE, 1,
                        Obstacle.TAINTED, 2,
                        Obstacle.VOLUME_ELSEWHERE, 1,
                        Obstacle.ANTI_AFFINITY, 2,
                        Obstacle.NODE_UNWELL, 1,
                        Obstacle.SPREAD, 2));
    }

    /** Each node is counted under the first reason only, so words of two kinds do not tell which one is decisive. */
    @Test
    void whichOfTwoObstaclesIsDecisiveIsNotGuessedWithoutNodes() {
        String both =
                "0/4 nodes are available: 1 node(s) were unschedulable, 3 node(s) didn’t match Pod’s node affinity/selector.";
        assertThat(new Yard().waiting(SELECTS, both).listed(Kind.NODE).verdict())
                .isInstanceOf(Verdict.Inconclusive.class);

        String one = "0/4 nodes are available: 4 node(s) didn’t match Pod’s node affinity/selector.";
        assertThat(new Yard().waiting(SELECTS, one).listed(Kind.NODE).cause())
                .isEqualTo("node-selector-mismatch" + PRESS);
    }
}
