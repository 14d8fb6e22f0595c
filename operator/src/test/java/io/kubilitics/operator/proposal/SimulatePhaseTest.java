package io.kubilitics.operator.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.crds.proposal.status.FieldChange;
import io.kubilitics.crds.proposal.status.ImpactedObject;
import io.kubilitics.crds.proposal.status.Version;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is foretold stands in the plan that people decide about. */
class SimulatePhaseTest {

    private final TestTown town = new TestTown();

    @Test
    void whoWouldGoAwayIsSaidAndUnderWhichAssumption() {
        pod("cart-a");
        pod("cart-b");

        Plan plan = plan(replicas(2), replicas(1));

        assertThat(plan.impact().objects())
                .filteredOn(object -> object.effect().equals("goes away"))
                .singleElement()
                .extracting(ImpactedObject::object)
                .isEqualTo(Impacts.name(ResourceRef.of(Kind.POD, "shop", "cart-b")));
        assertThat(plan.impact().assumptions())
                .singleElement()
                .asString()
                .contains("the controller may choose otherwise");
    }

    /** Pods come and go while somebody thinks: what is foretold of them is shown, and does not void the plan. */
    @Test
    void thePlanStaysTheSameWhenPodsDoNot() {
        pod("cart-a");
        Plan before = plan(replicas(1), replicas(3));
        pod("cart-b");
        Plan after = plan(replicas(1), replicas(3));

        assertThat(before.impact().assumptions()).singleElement().asString().startsWith("2 more pods");
        assertThat(after.impact().assumptions()).singleElement().asString().startsWith("1 more pods");
        assertThat(after.hash()).isEqualTo(before.hash());
    }

    @Test
    void whatIsRefusedChangesNothing() {
        Plan plan = SimulatePhase.plan(situation(), List.of(new Rehearsal.Refused("quota")));

        assertThat(plan.impact().assumptions()).isEmpty();
    }

    @BeforeEach
    void aRevisionInForce() {
        see(Kind.REPLICA_SET, """
                {'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'metadata': {'name': 'cart-1', 'namespace': 'shop', 'uid': 'u-rs',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'cart', 'uid': 'u-cart'}]},
                 'spec': {'replicas': 2}}""");
    }

    private void pod(String name) {
        see(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': '%s', 'namespace': 'shop', 'uid': 'u-%s',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'name': 'cart-1', 'uid': 'u-rs'}]}}""".formatted(name, name));
    }

    private void see(Kind kind, String json) {
        town.world = town.world.applyAll(Observers.observe(kind, TestTown.tree(json)));
    }

    private Plan plan(String before, String after) {
        Rehearsal fine = new Rehearsal.Fine(
                new Version("1", 1),
                List.of(new FieldChange(0, "/spec/replicas", "?", "?")),
                Optional.empty(),
                new Rehearsal.Trial(TestTown.tree(before), TestTown.tree(after)));
        return SimulatePhase.plan(situation(), List.of(fine));
    }

    private Situation situation() {
        return new Situation(town.read(), town.world, town.now);
    }

    private static String replicas(int count) {
        return """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'cart', 'namespace': 'shop', 'uid': 'u-cart'},
                 'spec': {'replicas': %d, 'template': {'spec': {'containers': [{'name': 'app', 'image': 'cart:2'}]}}}}""".formatted(count);
    }
}
