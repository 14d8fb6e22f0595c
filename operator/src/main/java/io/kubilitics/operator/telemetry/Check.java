package io.kubilitics.operator.telemetry;

import io.kubilitics.operator.feed.ClusterFeed;
import io.kubilitics.operator.feed.WorldKeeper;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Something that must hold for the process to be alive, or ready.
 *
 * @param name in small letters and dashes
 * @param trouble why it does not hold, in half a sentence; nothing while it holds. Answers at once.
 * @param remarks what is worth knowing though it holds, a sentence each
 */
public record Check(String name, Supplier<Optional<String>> trouble, Supplier<List<String>> remarks) {

    /** One that has nothing to say while it holds. */
    public Check(String name, Supplier<Optional<String>> trouble) {
        this(name, trouble, List::of);
    }

    /** The thread that writes the world lives and takes work. */
    public static Check writer(WorldKeeper keeper) {
        return new Check("world-writer", keeper::stuck);
    }

    /** Everything that can be seen was seen. */
    public static Check synced(WorldKeeper keeper) {
        return new Check(
                "world-synced",
                () -> keeper.synced() ? Optional.empty() : Optional.of("the cluster has not been seen completely yet"));
    }

    /** Nothing that should be watched goes unwatched, but for a short break. What may not be watched is remarked. */
    public static Check watches(ClusterFeed feed) {
        return new Check("watches", () -> away(feed), feed::remarks);
    }

    private static Optional<String> away(ClusterFeed feed) {
        var away = feed.watches().away();
        return away.isEmpty()
                ? Optional.empty()
                : Optional.of(away.entrySet().stream()
                        .map(kind -> "no watch on %s for %d s: %s"
                                .formatted(
                                        kind.getKey(),
                                        kind.getValue().toSeconds(),
                                        String.join(", ", feed.watches().awaited(kind.getKey()))))
                        .collect(Collectors.joining(", ")));
    }
}
