package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the evidence says of one hypothesis. */
public sealed interface Ruling {

    /**
     * It is at work.
     *
     * @param object whose change, or return, ends it
     * @param remedy what would end it and may be done for people, if anything may
     * @param advice what people should do; empty when the remedy says it all
     * @param harmful what would make it worse, or only hide it
     */
    record Confirmed(
            ResourceRef object,
            Confidence confidence,
            String summary,
            List<Claim> claims,
            Optional<Action> remedy,
            String advice,
            List<String> harmful)
            implements Ruling {

        public Confirmed {
            claims = List.copyOf(claims);
            harmful = List.copyOf(harmful);
        }

        public Confirmed claim(Claim claim) {
            List<Claim> more = new ArrayList<>(claims);
            more.add(claim);
            return new Confirmed(object, confidence, summary, more, remedy, advice, harmful);
        }

        public Confirmed remedy(Optional<? extends Action> action) {
            return new Confirmed(object, confidence, summary, claims, action.map(it -> it), advice, harmful);
        }

        public Confirmed advice(String sentence) {
            return new Confirmed(object, confidence, summary, claims, remedy, sentence, harmful);
        }

        public Confirmed harmful(String what) {
            List<String> more = new ArrayList<>(harmful);
            more.add(what);
            return new Confirmed(object, confidence, summary, claims, remedy, advice, more);
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

    /** It is at work; claims, remedy, advice and what would harm are added one by one. */
    static Confirmed confirmed(ResourceRef object, Confidence confidence, String summary) {
        return new Confirmed(object, confidence, summary, List.of(), Optional.empty(), "", List.of());
    }
}
