package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.History;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.signal.Signals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that can be known of one moment: however long an investigation takes, it is about this.
 *
 * @param told changes that somebody else remembers than the world itself, oldest first
 */
public record Scene(World world, LogSource logs, Signals signals, List<Change> told, Instant now) {

    public Scene {
        told = List.copyOf(told);
    }

    /** A live cluster: its world and the logs that can be read from it. */
    public static Scene live(World world, LogSource logs, Instant now) {
        return new Scene(world, logs, Signals.NONE, List.of(), now);
    }

    /** What was told of and is not there, whoever told of it; in every namespace when none is named. */
    Stream<ResourceRef> gone(Kind kind, String namespace) {
        Stream<ResourceRef> deleted = told.stream()
                .flatMap(change -> change.about().stream())
                .filter(ref -> ref.kind().equals(kind)
                        && (namespace.isEmpty() || ref.namespace().equals(namespace)))
                .filter(ref -> world.find(ref).isEmpty());
        return Stream.concat(deleted, world.gone(kind, namespace)).distinct();
    }

    /** A change that both tell of is one: whoever else tells of it tells it to the second, and by whom. */
    History changes(ResourceRef ref) {
        return new History(told.stream()
                        .filter(change -> change.about().equals(Optional.of(ref)))
                        .toList())
                .with(History.of(world, ref));
    }
}
