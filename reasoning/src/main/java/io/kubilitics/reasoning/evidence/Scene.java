package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.RolloutHistory;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.signal.Signals;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** All that can be known of one moment: however long an investigation takes, it is about this. */
public record Scene(World world, LogSource logs, Signals signals, ChangeSource history, Instant now) {

    /** Where changes come from that the world itself does not remember. */
    @FunctionalInterface
    public interface ChangeSource {

        /** Oldest first; those that the world knows are given, so that nothing is told twice. */
        List<Change> changes(ResourceRef ref, List<Change> known);
    }

    /** A live cluster: its world and the logs that can be read from it. */
    public static Scene live(World world, LogSource logs, Instant now) {
        return new Scene(world, logs, Signals.NONE, (_, known) -> known, now);
    }

    List<Change> changes(ResourceRef ref) {
        List<Change> known = Stream.concat(RolloutHistory.of(world, ref).stream(), world.changes(ref).stream())
                .toList();
        return history.changes(ref, known);
    }
}
