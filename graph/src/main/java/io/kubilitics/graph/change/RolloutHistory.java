package io.kubilitics.graph.change;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * What a workload's rollouts changed, read from the revisions it keeps (ReplicaSets of a Deployment, ControllerRevisions of a
 * StatefulSet or DaemonSet): known even when nobody was watching.
 */
final class RolloutHistory {

    private static final String TEMPLATE = "/spec/template";
    private static final Place TEMPLATE_PLACE = Place.TOP.field("spec").field("template");

    private RolloutHistory() {}

    /** Oldest first. */
    static List<Change> of(World world, ResourceRef workload) {
        List<Change> changes = new ArrayList<>();
        for (Rollout rollout : Rollout.of(world, workload)) {
            Differences.between(rollout.from().template(), rollout.to().template(), TEMPLATE, TEMPLATE_PLACE)
                    .forEach(edit -> changes.add(
                            new Change.Edited(workload, edit, rollout.earliest(), rollout.latest(), rollout.by())));
        }
        return List.copyOf(changes);
    }
}
