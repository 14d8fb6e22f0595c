package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.Verdict;
import io.kubilitics.reasoning.Yard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreemptedTest {

    private static final String PREEMPTED = "preempted-by-priority ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Preempted by pod 7f0c9a3e-1111-2222-3333-444455556666 on node a",
                "Preempted by a pod on node a",
                "Preempted by shop/big on node a"
            })
    void whoeverCountsForMoreAndTookThePlaceIsNamed(String said) {
        assertThat(pushed("Preempted", said).cause()).isEqualTo(PREEMPTED + "Deployment shop/big");
    }

    @Test
    void whoWasNotPushedOffOnlyFindsNoRoom() {
        assertThat(pushed("Killing", "Stopping container main").cause())
                .isEqualTo("cpu-capacity-mismatch StatefulSet shop/press");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:30:00Z, true, PriorityClass all-new",
        "2026-11-21T09:30:00Z, false, Deployment shop/big",
        "2026-10-01T09:30:00Z, true, Deployment shop/big"
    })
    void aClassForAllThatCameAfterThemRanksOthersAboveThem(String made, boolean serves, String fault) {
        Yard yard = pushed("Preempted", "Preempted by pod big on node a")
                .object(Kind.PRIORITY_CLASS, """
                {'apiVersion': 'scheduling.k8s.io/v1', 'kind': 'PriorityClass', 'metadata': {'name': 'all-new', 'uid': 'pc', 'creationTimestamp': '%s'},
                 'value': 1000, 'globalDefault': %s}""".formatted(made, serves));

        assertThat(yard.cause()).isEqualTo(PREEMPTED + fault);
    }

    @Test
    void whoeverIsGoneAgainCannotBeNamed() {
        Yard yard = pushed("Preempted", "Preempted by pod 7f0c9a3e on node elsewhere");

        assertThat(yard.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        unknown -> assertThat(unknown.decides()).contains("which pods of higher priority came last"));
    }

    /** A former pod of press had its place on the only node, where another is now, and something was said of that. */
    private static Yard pushed(String reason, String said) {
        return new Yard()
                .object(Kind.STATEFUL_SET, """
                        {'apiVersion': 'apps/v1', 'kind': 'StatefulSet', 'metadata': {'name': 'press', 'namespace': 'shop', 'uid': 's',
                          'creationTimestamp': '2026-11-01T09:00:00Z'}, 'spec': {'replicas': 0}}""")
                .node("a", "", "")
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'big-1', 'namespace': 'shop', 'uid': '7f0c9a3e-1111-2222-3333-444455556666',
                          'creationTimestamp': '2026-11-21T10:04:00Z',
                          'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'big', 'uid': 'b', 'controller': true}]},
                         'spec': {'nodeName': 'a', 'priority': 1000, %s}, 'status': {'phase': 'Running', 'conditions': [{'type': 'Ready', 'status': 'True'}]}}""".formatted(Yard.container("'cpu': '3'")))
                .running("press-0", "a", "'app': 'press'", Yard.container("'cpu': '2'"))
                .gone(ResourceRef.of(Kind.POD, "shop", "press-0"), "10:04:30")
                .object(Kind.EVENT, """
                        {'apiVersion': 'v1', 'kind': 'Event', 'metadata': {'name': 'e', 'namespace': 'shop', 'uid': 'e'}, 'type': 'Normal', 'reason': '%s',
                         'message': '%s', 'lastTimestamp': '2026-11-21T10:04:40Z',
                         'involvedObject': {'apiVersion': 'v1', 'kind': 'Pod', 'namespace': 'shop', 'name': 'press-0'}}""".formatted(reason, said))
                .waiting(Yard.container("'cpu': '2'"), "0/1 nodes are available: 1 Insufficient cpu.")
                .listed();
    }
}
