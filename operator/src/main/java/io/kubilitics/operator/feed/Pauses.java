package io.kubilitics.operator.feed;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Each longer than the one before, and none as long as anybody else's: they must not all come back at once. */
final class Pauses {

    private static final int MOST = 30;

    private final Duration first;
    private Duration next;

    Pauses(Duration first) {
        this.first = first;
        next = first;
    }

    void reset() {
        next = first;
    }

    /**
     * The next one.
     *
     * @param least what was asked for
     */
    Duration next(Duration least) {
        Duration pause =
                next.multipliedBy(ThreadLocalRandom.current().nextInt(75, 126)).dividedBy(100);
        Duration twice = next.multipliedBy(2);
        Duration longest = first.multipliedBy(MOST);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return pause.compareTo(least) > 0 ? pause : least;
    }
}
