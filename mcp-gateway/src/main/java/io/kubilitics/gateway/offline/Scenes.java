package io.kubilitics.gateway.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Extras;
import io.kubilitics.gateway.bundle.Manifest;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.signal.Signals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes a scene of a bundle: its world, its logs, its signals, and its timeline beside what the objects themselves tell. */
final class Scenes {

    private Scenes() {}

    static Scene of(Bundle bundle) {
        Extras extras = bundle.extras();
        TimelineChanges timeline = new TimelineChanges(bundle.world(), extras.timeline());
        return new Scene(
                bundle.world(),
                extras.logs(),
                new Signals(extras.metrics(), extras.alerts(), extras.probes(), meant(extras.applied())),
                (ref, known) -> merged(known, timeline.of(ref)),
                bundle.now());
    }

    private static World meant(List<Manifest> manifests) {
        World meant = World.empty();
        for (Manifest manifest : manifests) {
            meant = meant.applyAll(observed(manifest));
        }
        return meant;
    }

    /** Nobody can tell how a manifest was meant that cannot be read. */
    private static List<Observation> observed(Manifest manifest) {
        try {
            return Observers.observe(manifest.ref().kind(), manifest.json());
        } catch (JsonProcessingException unreadable) {
            return List.of();
        }
    }

    /** A change that both tell of is one: the objects tell it by name, the timeline to the second. */
    private static List<Change> merged(List<Change> known, List<Change> told) {
        List<Change> all = new ArrayList<>(told);
        known.stream()
                .filter(change -> told.stream().noneMatch(other -> same(change, other)))
                .forEach(all::add);
        all.sort(Comparator.comparing(Change::at));
        return all;
    }

    private static boolean same(Change one, Change other) {
        return one.field() == other.field()
                && one.what().equals(other.what())
                && one.from().equals(other.from())
                && one.to().equals(other.to());
    }
}
