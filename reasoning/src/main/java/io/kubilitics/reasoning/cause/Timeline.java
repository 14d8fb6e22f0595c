package io.kubilitics.reasoning.cause;

import java.time.Duration;
import java.time.Instant;

/** The order of two moments, as far as it can be known: Kubernetes tells whole seconds, and clocks of machines differ. */
final class Timeline {

    private static final Duration BLUR = Duration.ofSeconds(1);

    private Timeline() {}

    /** How the first lies to the second. */
    enum Order {
        BEFORE,
        AFTER,
        UNKNOWN
    }

    static Order order(Instant first, Instant second) {
        Duration apart = Duration.between(first, second);
        if (first.equals(Instant.EPOCH)
                || second.equals(Instant.EPOCH)
                || apart.abs().compareTo(BLUR) <= 0) {
            return Order.UNKNOWN;
        }
        return apart.isNegative() ? Order.AFTER : Order.BEFORE;
    }
}
