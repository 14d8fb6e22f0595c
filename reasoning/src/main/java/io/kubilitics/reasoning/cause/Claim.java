package io.kubilitics.reasoning.cause;

import io.kubilitics.reasoning.evidence.Probe;

/**
 * A statement and what it rests on.
 *
 * @param tainted rests on words that come from outside: logs, events, messages
 */
public record Claim(String says, Probe source, boolean tainted) {

    public static Claim of(String says, Probe source) {
        return new Claim(says, source, false);
    }

    public static Claim tainted(String says, Probe source) {
        return new Claim(says, source, true);
    }
}
