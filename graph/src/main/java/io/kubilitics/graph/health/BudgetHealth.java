package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.BudgetFacts;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.Taint;
import io.kubilitics.graph.world.Relation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is unwell about a PodDisruptionBudget. One that allows nothing is unwell only when somebody waits for it: a node is being
 * emptied and one of its pods may not leave.
 */
final class BudgetHealth {

    /** A drain that goes well is over sooner. */
    private static final Duration DRAIN = Duration.ofMinutes(10);

    private BudgetHealth() {}

    static Stream<Symptom> symptoms(Resource budget, BudgetFacts facts, Look look) {
        Stream<Symptom> broken = facts.conditions().stream()
                .filter(condition -> condition.is("DisruptionAllowed")
                        && condition.fails()
                        && condition.reason().equals("SyncFailed"))
                .map(condition -> Look.symptom(Ailment.DISRUPTION_BUDGET_BROKEN, budget, condition));
        return facts.expected() > 0
                ? Stream.concat(
                        broken, facts.allowed() == 0 ? blocked(budget, facts, look) : doubled(budget, facts, look))
                : broken;
    }

    /** Told of the node: it is the one that waits. */
    private static Stream<Symptom> blocked(Resource budget, BudgetFacts facts, Look look) {
        return look.pods(budget.ref().namespace(), facts.pods()).stream()
                .flatMap(pod -> node(pod, look).stream())
                .distinct()
                .flatMap(node ->
                        waiting(node, budget, "%s allows no disruption".formatted(budget.ref()), look).stream());
    }

    /** The API server evicts no pod that two budgets speak of, whatever they allow. */
    private static Stream<Symptom> doubled(Resource budget, BudgetFacts facts, Look look) {
        return look.pods(budget.ref().namespace(), facts.pods()).stream()
                .filter(pod -> look.world()
                        .from(pod.ref(), Relation.Type.LIMITS_DISRUPTION)
                        .anyMatch(other -> !other.equals(budget.ref())))
                .flatMap(pod -> node(pod, look).stream())
                .distinct()
                .flatMap(
                        node -> waiting(
                                node,
                                budget,
                                "more than one budget speaks of the pods of %s".formatted(budget.ref()),
                                look)
                                .stream());
    }

    private static Optional<Symptom> waiting(Resource node, Resource budget, String says, Look look) {
        return cordoned(node)
                .filter(since -> look.lasting(since, DRAIN))
                .map(since -> new Symptom(
                        Ailment.DRAIN_BLOCKED, node.ref(), budget.ref().name(), says, since));
    }

    private static Optional<Resource> node(Resource pod, Look look) {
        return pod.facts() instanceof PodFacts facts && !facts.node().isEmpty()
                ? look.world().find(ResourceRef.clusterWide(Kind.NODE, facts.node()))
                : Optional.empty();
    }

    /** Since when it is being emptied: cordoned, or to be gone itself. */
    private static Optional<Instant> cordoned(Resource node) {
        Optional<Instant> going = node.meta().deletion();
        Optional<Instant> closed = node.facts() instanceof NodeFacts facts && facts.unschedulable()
                ? facts.taints().stream()
                        .filter(taint -> taint.key().equals(Taint.CORDON))
                        .map(Taint::since)
                        .findFirst()
                : Optional.empty();
        return closed.or(() -> going);
    }
}
