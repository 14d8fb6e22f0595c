package io.kubilitics.gateway.offline;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.graph.change.Change;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.evidence.Toolbox;
import io.kubilitics.reasoning.evidence.WorldToolbox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Answers from a bundle: its world, its logs, and its timeline beside what the objects themselves tell of changes. */
record BundleToolbox(WorldToolbox world, TimelineChanges timeline) implements Toolbox {

    static BundleToolbox of(Bundle bundle) {
        return new BundleToolbox(
                new WorldToolbox(bundle.world(), bundle.extras().logs()),
                new TimelineChanges(bundle.world(), bundle.extras().timeline()));
    }

    @Override
    public Evidence answer(Probe probe) {
        Evidence answer = world.answer(probe);
        return switch (probe) {
            case Probe.OfChanges(var ref)
            when answer instanceof Evidence.Changes(var known) -> new Evidence.Changes(merged(known, timeline.of(ref)));
            default -> answer;
        };
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
