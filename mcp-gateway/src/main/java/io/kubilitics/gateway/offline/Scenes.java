package io.kubilitics.gateway.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Extras;
import io.kubilitics.gateway.bundle.Manifest;
import io.kubilitics.gateway.bundle.Past;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.signal.Signals;
import java.util.List;

/** Makes a scene of a bundle: its world, its logs, its signals, and its timeline beside what the objects themselves tell. */
final class Scenes {

    private Scenes() {}

    static Scene of(Bundle bundle) {
        Extras extras = bundle.extras();
        return new Scene(
                bundle.world(),
                extras.logs(),
                new Signals(extras.metrics(), extras.alerts(), extras.probes(), meant(extras.applied())),
                Past.changes(bundle.world(), extras.timeline()),
                bundle.now());
    }

    private static World meant(List<Manifest> manifests) {
        return World.empty()
                .applyAll(manifests.stream()
                        .flatMap(manifest -> observed(manifest).stream())
                        .toList());
    }

    /** Nobody can tell how a manifest was meant that cannot be read. */
    private static List<Observation> observed(Manifest manifest) {
        try {
            return Observers.observe(manifest.ref().kind(), manifest.json());
        } catch (JsonProcessingException unreadable) {
            return List.of();
        }
    }
}
