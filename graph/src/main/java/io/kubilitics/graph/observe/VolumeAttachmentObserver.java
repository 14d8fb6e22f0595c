package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.AttachmentFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.world.Relation;

/** VolumeAttachments. */
final class VolumeAttachmentObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        String volume = spec.at("source", "persistentVolumeName").text();
        sight.refer(Relation.Type.ATTACHED_TO, Kind.NODE, spec.at("nodeName").text());
        sight.refer(Relation.Type.BOUND_TO, Kind.VOLUME, volume);
        sight.refer(
                Relation.Type.DRIVEN_BY, Kind.CSI_DRIVER, spec.at("attacher").text());
        Field error = status.at("attachError").exists() ? status.at("attachError") : status.at("detachError");
        return new AttachmentFacts(
                spec.at("attacher").text(),
                spec.at("nodeName").text(),
                volume,
                status.at("attached").yes(),
                error.at("message").text(),
                error.at("time").time());
    }
}
