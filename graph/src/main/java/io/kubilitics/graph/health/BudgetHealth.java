package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.BudgetFacts;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.Taint;
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
        return facts.allowed() == 0 && facts.expected() > 0
                ? Stream.concat(broken, blocked(budget, facts, look))
                : broken;
    }

    /** Told of the node: it is the one that waits. */
    private static Stream<Symptom> blocked(Resource budget, BudgetFacts facts, Look look) {
        return look.pods(budget.ref().namespace(), facts.pods()).stream()
                .flatMap(pod -> node(pod, look).stream())
                .distinct()
                .flatMap(node -> cordoned(node)
                        .filter(since -> look.lasting(since, DRAIN))
                        .map(since -> new Symptom(
                                Ailment.DRAIN_BLOCKED,
                                node.ref(),
                                budget.ref().name(),
                                "%s allows no disruption".formatted(budget.ref()),
                                since))
                        .stream());
    }

    private static Optional<Resource> node(Resource pod, Look look) {
        return pod.facts() instanceof PodFacts facts && !facts.node().isEmpty()
                ? look.world().find(ResourceRef.clusterWide(Kind.NODE, facts.node()))
                : Optional.empty();
    }

    private static Optional<Instant> cordoned(Resource node) {
        return node.facts() instanceof NodeFacts facts && facts.unschedulable()
                ? facts.taints().stream()
                        .filter(taint -> taint.key().equals(Taint.CORDON))
                        .map(Taint::since)
                        .findFirst()
                : Optional.empty();
    }
}
