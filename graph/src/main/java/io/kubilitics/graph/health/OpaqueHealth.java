package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.OpaqueFacts;
import io.kubilitics.graph.facts.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is unwell about a resource of a kind that is not understood: only what its controller says in words that mean the same
 * everywhere. What somebody has suspended is not unwell.
 */
final class OpaqueHealth {

    private static final Set<String> GOOD = Set.of(
            "Ready", "Available", "Healthy", "Synced", "Accepted", "Programmed", "Reconciled", "Installed", "Serving");
    private static final Set<String> BAD = Set.of(
            "Stalled",
            "Failed",
            "Failing",
            "Degraded",
            "ResolutionFailed",
            "InstallPlanFailed",
            "CatalogSourcesUnhealthy");
    /** Reasons for which a condition does not hold yet. */
    private static final Set<String> UNDER_WAY =
            Set.of("Progressing", "Reconciling", "Pending", "Issuing", "Suspended");

    private static final Set<String> STUCK = Set.of("Retrying", "Blocked");
    private static final Set<String> BAD_WORDS =
            Set.of("Failed", "Error", "Degraded", "Missing", "Lost", "TRANSIENT_FAILURE", "CONNECTING", "SHUTDOWN");

    private OpaqueHealth() {}

    static Stream<Symptom> symptoms(Resource resource, OpaqueFacts facts, Look look) {
        if (facts.suspended()) {
            return Stream.empty();
        }
        Optional<Symptom> expired = facts.expires()
                .filter(until -> !until.isAfter(look.now()))
                .map(until ->
                        new Symptom(Ailment.CERTIFICATE_EXPIRED, resource.ref(), "", "good until " + until, until));
        return expired
                .or(() -> facts.conditions().stream()
                        .filter(condition -> unwell(condition) && look.lasting(condition.since(), Look.SETTLING))
                        .findFirst()
                        .map((Condition condition) -> Look.symptom(Ailment.NOT_RECONCILED, resource, condition)))
                .or(() -> word(resource, facts))
                .stream();
    }

    private static boolean unwell(Condition condition) {
        if (GOOD.contains(condition.type())) {
            return condition.fails() && !UNDER_WAY.contains(condition.reason());
        }
        boolean bad = BAD.contains(condition.type()) || condition.type().endsWith("Error");
        boolean stuck = condition.is("Progressing") && STUCK.contains(condition.reason());
        return condition.holds() && (bad || stuck);
    }

    private static Optional<Symptom> word(Resource resource, OpaqueFacts facts) {
        return Stream.of(facts.phase().split(" "))
                .filter(BAD_WORDS::contains)
                .findFirst()
                .map(word -> Look.symptom(
                        Ailment.NOT_RECONCILED,
                        resource,
                        "",
                        "%s %s".formatted(facts.phase(), facts.message()).strip()));
    }
}
