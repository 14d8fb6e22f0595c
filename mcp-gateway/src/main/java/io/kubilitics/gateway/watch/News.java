package io.kubilitics.gateway.watch;

import io.kubilitics.reasoning.recommendation.ProposalSink;
import java.util.List;

/** Something that was not so the last time. */
public sealed interface News {

    /** A cause is at work that was not known before. */
    record Found(Finding finding) implements News {}

    /** It is still at work, and more or other things are known of it. */
    record Changed(Finding finding) implements News {}

    /** What it caused is gone. */
    record Resolved(Finding finding) implements News {}

    /**
     * Something is unwell, and why is not known.
     *
     * @param decides what would tell
     */
    record Unexplained(List<Trouble> troubles, List<String> decides) implements News {
        public Unexplained {
            troubles = List.copyOf(troubles);
            decides = List.copyOf(decides);
        }
    }

    /** Its remedy was asked for, and this is what became of that. */
    record Answered(Finding finding, ProposalSink.Answer answer) implements News {}

    /**
     * Nothing unwell can be seen.
     *
     * @param unseen what could not be looked at, each as half a sentence
     */
    record Well(List<String> unseen) implements News {
        public Well {
            unseen = List.copyOf(unseen);
        }
    }
}
