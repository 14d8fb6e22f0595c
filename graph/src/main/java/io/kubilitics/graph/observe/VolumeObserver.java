package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.VolumeFacts;
import io.kubilitics.graph.world.Relation;
import java.util.Set;

/** PersistentVolumes. */
final class VolumeObserver implements Observer {

    /** Fields of a specification that are no source. */
    private static final Set<String> OTHERS = Set.of(
            "capacity",
            "accessModes",
            "claimRef",
            "persistentVolumeReclaimPolicy",
            "storageClassName",
            "mountOptions",
            "volumeMode",
            "nodeAffinity",
            "volumeAttributesClassName");

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field claim = spec.at("claimRef");
        sight.refer(
                Relation.Type.PROVISIONED_BY,
                Kind.STORAGE_CLASS,
                spec.at("storageClassName").text());
        sight.refer(
                Relation.Type.DRIVEN_BY,
                Kind.CSI_DRIVER,
                spec.at("csi", "driver").text());
        return new VolumeFacts(
                sight.status().at("phase").text(),
                spec.at("storageClassName").text(),
                spec.at("accessModes").set(),
                spec.at("capacity", "storage").amount().orElse(Amount.ZERO),
                Sight.target(
                        Kind.CLAIM,
                        claim.at("namespace").text(),
                        claim.at("name").text()),
                claim.at("uid").text(),
                spec.at("persistentVolumeReclaimPolicy").text("Retain"),
                Placements.nodeTerms(spec.at("nodeAffinity", "required")),
                source(spec),
                sight.status().at("message").text(sight.status().at("reason").text()));
    }

    private static String source(Field spec) {
        return spec.fields().stream()
                .map(Field.Named::name)
                .filter(name -> !OTHERS.contains(name))
                .findFirst()
                .orElse("");
    }
}
