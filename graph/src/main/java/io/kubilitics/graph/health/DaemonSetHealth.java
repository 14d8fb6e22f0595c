package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.DaemonSetFacts;
import io.kubilitics.graph.facts.Resource;
import java.util.stream.Stream;

/** What is unwell about a DaemonSet. */
final class DaemonSetHealth {

    private DaemonSetHealth() {}

    static Stream<Symptom> symptoms(Resource set, DaemonSetFacts facts, Look look) {
        boolean missing = facts.ready() < facts.desired();
        return Stream.concat(
                ReplicasHealth.refused(set, missing, look)
                        .or(() -> ReplicasHealth.unavailable(set, facts.ready(), facts.desired(), look))
                        .stream(),
                ReplicasHealth.outdated(set, facts.observed(), look));
    }
}
