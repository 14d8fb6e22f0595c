package io.kubilitics.operator.safety;

import java.time.Duration;
import java.time.Instant;

/**
 * A proof of who the body is; whoever has it is the body.
 *
 * @param asked when, by this machine's clock: the API server's may go differently, a duration is the same for both
 */
record Token(String value, Instant asked, Duration life) {

    /** From half its life on; also when the clock was set back, which makes its age unknown. */
    boolean isDue(Instant now) {
        return now.isBefore(asked) || !now.isBefore(asked.plus(life.dividedBy(2)));
    }

    @Override
    public String toString() {
        return "Token[asked=%s, life=%s]".formatted(asked, life);
    }
}
