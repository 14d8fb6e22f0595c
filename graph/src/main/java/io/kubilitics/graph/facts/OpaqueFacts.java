package io.kubilitics.graph.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A resource of a kind that is not understood: what nearly every kind tells in the same way.
 *
 * @param phase one word of its status, such as {@code Failed}, {@code Synced Degraded}
 * @param message what its status says of that
 * @param suspended whether somebody told its controller to leave it alone
 * @param observed whether its controller has seen the present specification, as far as it says
 * @param expires when what it stands for, such as a certificate, is no longer good
 */
public record OpaqueFacts(
        String phase,
        String message,
        boolean suspended,
        boolean observed,
        Optional<Instant> expires,
        List<Condition> conditions)
        implements Facts {
    public OpaqueFacts {
        conditions = List.copyOf(conditions);
    }
}
