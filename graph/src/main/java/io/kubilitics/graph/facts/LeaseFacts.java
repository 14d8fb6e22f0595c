package io.kubilitics.graph.facts;

import java.time.Instant;

/**
 * A Lease: whose sign of life it is. Renewals are kept to the half minute, or the world would change with every heartbeat of
 * every node.
 */
public record LeaseFacts(String holder, int seconds, Instant renewed) implements Background {

    /** Whole renewal steps are forgiven before silence means something; one that was never renewed has not begun. */
    public boolean stale(Instant now) {
        return seconds > 0
                && renewed.isAfter(Instant.EPOCH)
                && renewed.plusSeconds(60L + 2L * seconds).isBefore(now);
    }
}
