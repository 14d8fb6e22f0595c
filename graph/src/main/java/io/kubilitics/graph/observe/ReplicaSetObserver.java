package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.ReplicaSetFacts;

/** ReplicaSets. What their template refers to is left to the pods: most ReplicaSets are only kept to go back to them. */
final class ReplicaSetObserver implements Observer {

    private static final String REVISION = "deployment.kubernetes.io/revision";

    @Override
    public Facts observe(Sight sight) {
        return new ReplicaSetFacts(
                revision(sight.annotation(REVISION)),
                sight.spec().at("replicas").number(1),
                sight.status().at("readyReplicas").number(0),
                Templates.of(sight, sight.spec().at("template")),
                Conditions.of(sight.status()));
    }

    private static int revision(String number) {
        boolean counts =
                !number.isEmpty() && number.length() < 10 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return counts ? Integer.parseInt(number) : 0;
    }
}
