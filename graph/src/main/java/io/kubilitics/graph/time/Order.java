package io.kubilitics.graph.time;

import java.time.Duration;
import java.time.Instant;

/** How one moment lies to another, as far as it can be known: Kubernetes tells whole seconds, and clocks of machines differ. */
public enum Order {
    BEFORE,
    AFTER,
    UNKNOWN;

    private static final Duration BLUR = Duration.ofSeconds(1);

    public static Order of(Instant first, Instant second) {
        if (first.equals(Instant.EPOCH) || second.equals(Instant.EPOCH)) {
            return UNKNOWN;
        }
        Duration apart = Duration.between(first, second);
        if (apart.abs().compareTo(BLUR) <= 0) {
            return UNKNOWN;
        }
        return apart.isNegative() ? AFTER : BEFORE;
    }
}
