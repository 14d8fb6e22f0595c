package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.StatefulSetFacts;
import java.util.Optional;
import java.util.stream.Stream;

/** What is unwell about a StatefulSet. */
final class StatefulSetHealth {

    private StatefulSetHealth() {}

    static Stream<Symptom> symptoms(Resource set, StatefulSetFacts facts, Look look) {
        Stream<Symptom> outdated = ReplicasHealth.outdated(set, facts.observed(), look);
        if (facts.desired() == 0) {
            return outdated;
        }
        boolean missing = facts.ready() < facts.desired();
        Stream<Symptom> noClass = missing ? withoutClass(set, facts, look) : Stream.empty();
        Optional<Symptom> refused = ReplicasHealth.refused(set, missing, look);
        Optional<Symptom> few = refused.or(() -> ReplicasHealth.unavailable(set, facts.ready(), facts.desired(), look))
                .or(() -> stuck(set, facts, look));
        return Stream.of(nameless(set, facts, look).stream(), noClass, few.stream(), outdated)
                .flatMap(symptoms -> symptoms);
    }

    private static Optional<Symptom> nameless(Resource set, StatefulSetFacts facts, Look look) {
        return Optional.of(facts.service())
                .filter(name -> !name.isEmpty())
                .map(name -> ResourceRef.of(Kind.SERVICE, set.ref().namespace(), name))
                .filter(look::absent)
                .map(service -> Look.symptom(Ailment.GOVERNING_SERVICE_MISSING, set, service.name(), ""));
    }

    private static Stream<Symptom> withoutClass(Resource set, StatefulSetFacts facts, Look look) {
        return facts.claims().stream()
                .flatMap(claim -> claim.wish().storageClass().stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .filter(name -> look.absent(ResourceRef.clusterWide(Kind.STORAGE_CLASS, name)))
                .map(name -> Look.symptom(Ailment.STORAGE_CLASS_MISSING, set, name, ""));
    }

    /** All pods are well, but some are of the old template and none is being replaced. */
    private static Optional<Symptom> stuck(Resource set, StatefulSetFacts facts, Look look) {
        boolean between =
                !facts.revision().equals(facts.current()) && !facts.revision().isEmpty();
        boolean meant = facts.onDelete() || facts.updated() >= facts.desired() - facts.partition();
        return between && !meant && facts.observed() && !look.moving(set.ref())
                ? Optional.of(Look.symptom(
                        Ailment.ROLLOUT_STUCK,
                        set,
                        "",
                        "%d of %d are of the present template".formatted(facts.updated(), facts.desired())))
                : Optional.empty();
    }
}
