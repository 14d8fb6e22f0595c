package io.kubilitics.operator.wire;

import io.kubilitics.operator.feed.Backlog;
import io.kubilitics.operator.feed.Update;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What one follower has not been sent yet: of each object only the newest state, so that a slow brain costs no more memory than
 * there are objects, and never slows the feed.
 */
final class Outbox {

    private final Backlog<Update> waiting = new Backlog<>(InstantSource.system());

    void put(Update update) {
        if (update.sumsUp()) {
            waiting.putLast(update.subject(), update);
        } else {
            waiting.put(update.subject(), update);
        }
    }

    Optional<Update> take() {
        return waiting.poll();
    }

    int size() {
        return waiting.size();
    }
}
