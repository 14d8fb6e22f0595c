package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.Resource;
import java.util.stream.Stream;

/** What is unwell about a Deployment. A rollout under way is not. */
final class DeploymentHealth {

    private DeploymentHealth() {}

    static Stream<Symptom> symptoms(Resource deployment, DeploymentFacts facts) {
        return facts.conditions().stream()
                .filter(condition -> condition.type().equals("Progressing") && !condition.holds())
                .map(condition -> new Symptom(
                        Ailment.ROLLOUT_STUCK, deployment.ref(), "", condition.message(), condition.since()));
    }
}
