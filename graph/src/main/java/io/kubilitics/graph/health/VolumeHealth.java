package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.AttachmentFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.VolumeFacts;
import java.util.stream.Stream;

/** What is unwell about a PersistentVolume, and about its being attached to a node. One that was released is only kept. */
final class VolumeHealth {

    private VolumeHealth() {}

    static Stream<Symptom> symptoms(Resource volume, VolumeFacts facts) {
        return facts.phase().equals("Failed")
                ? Stream.of(Look.symptom(Ailment.VOLUME_FAILED, volume, "", facts.message()))
                : Stream.empty();
    }

    static Stream<Symptom> symptoms(Resource attachment, AttachmentFacts facts, Look look) {
        boolean late = look.lasting(attachment.meta().created(), Look.SETTLING);
        return !facts.attached() && (!facts.error().isEmpty() || late)
                ? Stream.of(Look.symptom(Ailment.VOLUME_NOT_ATTACHED, attachment, facts.node(), facts.error()))
                : Stream.empty();
    }
}
