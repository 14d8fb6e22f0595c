package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/** What is unwell about a Deployment. A rollout under way is not, nor one that someone has paused, nor one scaled to zero. */
final class DeploymentHealth {

    private DeploymentHealth() {}

    static Stream<Symptom> symptoms(Resource deployment, DeploymentFacts facts, Look look) {
        Stream<Symptom> outdated = ReplicasHealth.outdated(deployment, facts.observed(), look);
        // A condition may outlive what it told of: when all replicas are there, there is nothing to complain about.
        if (facts.complete() || facts.desired() == 0) {
            return outdated;
        }
        Optional<Symptom> refused = facts.condition("ReplicaFailure")
                .filter(Condition::holds)
                .map(condition -> Look.symptom(Ailment.REPLICAS_NOT_CREATED, deployment, condition));
        Optional<Symptom> stuck = facts.condition("Progressing")
                .filter(Condition::fails)
                .map(condition -> Look.symptom(Ailment.ROLLOUT_STUCK, deployment, condition));
        Optional<Symptom> few = refused.or(() -> stuck).isPresent() ? stuck : unavailable(deployment, facts, look);
        return Stream.of(refused.stream(), few.stream(), outdated).flatMap(symptoms -> symptoms);
    }

    /** Its last rollout is over, and yet less than the least it needs is there. */
    private static Optional<Symptom> unavailable(Resource deployment, DeploymentFacts facts, Look look) {
        boolean over = facts.condition("Progressing")
                .map(condition -> condition.reason().equals("NewReplicaSetAvailable"))
                .orElse(true);
        return facts.condition("Available")
                .filter(condition -> over && condition.fails() && look.lasting(condition.since(), Look.PATIENCE))
                .map(condition -> Look.symptom(Ailment.REPLICAS_UNAVAILABLE, deployment, condition));
    }
}
