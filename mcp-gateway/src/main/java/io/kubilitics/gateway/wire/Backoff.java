package io.kubilitics.gateway.wire;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, up to a bound, and by chance up to half less, so that many who
 * lost the same body do not come back at the same moment. Used by one thread.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator chance;
    private Duration next = FIRST;

    Backoff(RandomGenerator chance) {
        this.chance = chance;
    }

    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        long millis = now.toMillis();
        return Duration.ofMillis(millis - chance.nextLong(millis / 2 + 1));
    }

    /** It went well: the next trouble is a new one. */
    void reset() {
        next = FIRST;
    }
}
