package io.kubilitics.gateway.offline;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Past;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.History;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.evidence.Toolbox;
import io.kubilitics.reasoning.evidence.WorldToolbox;
import java.util.List;
import java.util.Optional;

/** Answers from a bundle: its world, its logs, and its timeline beside what the objects themselves tell of changes. */
record BundleToolbox(WorldToolbox world, List<Change> timeline) implements Toolbox {

    static BundleToolbox of(Bundle bundle) {
        return new BundleToolbox(
                new WorldToolbox(bundle.world(), bundle.extras().logs()),
                Past.changes(bundle.world(), bundle.extras().timeline()));
    }

    /** A change that both tell of is one: the timeline tells it to the second, and by whom. */
    @Override
    public Evidence answer(Probe probe) {
        Evidence answer = world.answer(probe);
        return switch (probe) {
            case Probe.OfChanges(var ref)
            when answer instanceof Evidence.Changes(var known) ->
                new Evidence.Changes(told(ref).with(known));
            default -> answer;
        };
    }

    private History told(ResourceRef ref) {
        return new History(timeline.stream()
                .filter(change -> change.about().equals(Optional.of(ref)))
                .toList());
    }
}
