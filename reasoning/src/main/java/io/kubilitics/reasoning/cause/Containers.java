package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.ContainerStatus;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.Optional;

/** The container that a symptom speaks of, as several causes look at it. */
final class Containers {

    private Containers() {}

    /** As the pod itself was asked to run it. */
    static Optional<ContainerSpec> spec(Symptom symptom, Inquiry inquiry) {
        return inquiry.object(symptom.subject())
                .map(Resource::facts)
                .flatMap(PodTemplate::of)
                .flatMap(template -> template.container(symptom.part()));
    }

    static Optional<ContainerStatus> status(Symptom symptom, Inquiry inquiry) {
        return inquiry.object(symptom.subject())
                .map(Resource::facts)
                .flatMap(facts -> facts instanceof PodFacts pod ? pod.status(symptom.part()) : Optional.empty());
    }
}
