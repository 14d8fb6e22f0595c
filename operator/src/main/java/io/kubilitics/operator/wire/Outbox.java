package io.kubilitics.operator.wire;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.operator.feed.Update;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one follower has not been sent yet: of each object only the newest state, so that a slow brain costs no more memory than
 * there are objects, and never slows the informers.
 */
final class Outbox {

    private final Map<Object, Update> waiting = new LinkedHashMap<>();

    synchronized void put(Update update) {
        Object key = key(update);
        // Moves to the end: what was said about other objects in between stays before it.
        waiting.remove(key);
        waiting.put(key, update);
    }

    synchronized Optional<Update> take() {
        var first = waiting.entrySet().iterator();
        if (!first.hasNext()) {
            return Optional.empty();
        }
        Update update = first.next().getValue();
        first.remove();
        return Optional.of(update);
    }

    private static Object key(Update update) {
        return switch (update) {
            case Update.Put(ResourceRef ref, var _) -> ref;
            case Update.Remove(ResourceRef ref) -> ref;
            case Update.Listed listed -> listed;
            case Update.Synced synced -> synced;
        };
    }
}
