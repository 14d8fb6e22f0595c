package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import java.util.List;
import java.util.Optional;

/** What the evidence says of one hypothesis. */
public sealed interface Ruling {

    /**
     * It is at work.
     *
     * @param object whose change, or return, ends it
     * @param harmful what would make it worse, or only hide it
     */
    record Confirmed(
            ResourceRef object,
            Confidence confidence,
            String summary,
            List<Claim> claims,
            Optional<Action> remedy,
            List<String> harmful)
            implements Ruling {
        public Confirmed {
            claims = List.copyOf(claims);
            harmful = List.copyOf(harmful);
        }
    }

    /** It is not at work. */
    record Refuted(String why) implements Ruling {}

    /**
     * The evidence does not say.
     *
     * @param decides what would
     */
    record Open(String why, List<String> decides) implements Ruling {
        public Open {
            decides = List.copyOf(decides);
        }
    }
}
