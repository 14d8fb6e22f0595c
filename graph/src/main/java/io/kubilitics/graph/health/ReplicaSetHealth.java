package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.ReplicaSetFacts;
import io.kubilitics.graph.facts.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/** What is unwell about a ReplicaSet that stands alone; of others their Deployment tells. */
final class ReplicaSetHealth {

    private ReplicaSetHealth() {}

    static Stream<Symptom> symptoms(Resource replicas, ReplicaSetFacts facts, Look look) {
        boolean owned = look.world().owner(replicas.ref()).isPresent();
        if (owned || facts.ready() >= facts.desired()) {
            return Stream.empty();
        }
        Optional<Symptom> refused = facts.conditions().stream()
                .filter(condition -> condition.is("ReplicaFailure") && condition.holds())
                .findFirst()
                .map((Condition condition) -> Look.symptom(Ailment.REPLICAS_NOT_CREATED, replicas, condition))
                .or(() -> ReplicasHealth.refused(replicas, true, look));
        return refused.or(() -> ReplicasHealth.unavailable(replicas, facts.ready(), facts.desired(), look)).stream();
    }
}
