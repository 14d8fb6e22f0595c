package io.kubilitics.operator.telemetry;

import io.kubilitics.operator.feed.InformerFeed;
import io.kubilitics.operator.feed.WorldKeeper;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Something that must hold for the process to be alive, or ready.
 *
 * @param name in small letters and dashes
 * @param trouble why it does not hold, in half a sentence; nothing while it holds. Answers at once.
 */
public record Check(String name, Supplier<Optional<String>> trouble) {

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

    /** Nothing that should be watched goes unwatched, but for a short break. */
    public static Check watches(InformerFeed feed) {
        return new Check("watches", () -> {
            var away = feed.watches().away();
            return away.isEmpty()
                    ? Optional.empty()
                    : Optional.of(away.entrySet().stream()
                            .map(kind -> "no watch on %s for %d s"
                                    .formatted(kind.getKey(), kind.getValue().toSeconds()))
                            .collect(Collectors.joining(", ")));
        });
    }
}
