package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.ClaimFacts;
import io.kubilitics.graph.facts.ClaimWish;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;
import java.util.Optional;

/** PersistentVolumeClaims. */
final class ClaimObserver implements Observer {

    private static final String OLD_CLASS = "volume.beta.kubernetes.io/storage-class";

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        ClaimWish wish = wish(spec, sight.annotation(OLD_CLASS));
        sight.refer(Relation.Type.BOUND_TO, Kind.VOLUME, spec.at("volumeName").text());
        wish.storageClass().ifPresent(name -> sight.refer(Relation.Type.PROVISIONED_BY, Kind.STORAGE_CLASS, name));
        return new ClaimFacts(
                status.at("phase").text(),
                wish,
                spec.at("volumeName").text(),
                status.at("capacity", "storage").amount().orElse(Amount.ZERO),
                Conditions.of(status));
    }

    /** An empty class is something else than none: it asks for a volume without one. */
    static ClaimWish wish(Field spec, String oldClass) {
        Field named = spec.at("storageClassName");
        Optional<String> storageClass = named.node().isTextual()
                ? Optional.of(named.text())
                : Optional.of(oldClass).filter(name -> !name.isEmpty());
        return new ClaimWish(
                storageClass,
                spec.at("accessModes").set(),
                spec.at("volumeMode").text("Filesystem"),
                spec.at("resources", "requests", "storage").amount().orElse(Amount.ZERO),
                Selectors.of(spec.at("selector"), Selector.EVERYTHING));
    }
}
