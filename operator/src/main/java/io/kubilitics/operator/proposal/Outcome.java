package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.status.Condition;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import io.kubilitics.crds.proposal.status.ProposalStatusBuilder;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What was decided in a situation.
 *
 * @param status the next one; the present one when nothing is to be told
 * @param again when to look again, if nothing happens before
 */
public record Outcome(ProposalStatus status, Duration again) {

    /** A plan waits for people; the world goes on meanwhile, so it is looked at again. */
    static final Duration WHILE_WAITING = Duration.ofSeconds(30);

    static Outcome stay(Situation situation, Duration again) {
        return new Outcome(situation.status(), again);
    }

    /** The phase that comes next, and why. */
    static Outcome next(Situation situation, Phase phase, Why why) {
        return next(situation, phase, why, next -> next);
    }

    static Outcome next(Situation situation, Phase phase, Why why, UnaryOperator<ProposalStatusBuilder> change) {
        Condition condition = new Condition(
                why.condition(),
                why.status(),
                situation.proposal().getMetadata().getGeneration(),
                situation.now(),
                why.reason(),
                why.sentence());
        return new Outcome(
                situation
                        .status()
                        .with(next -> change.apply(next.phase(phase)
                                .observedGeneration(
                                        situation.proposal().getMetadata().getGeneration())
                                .condition(condition))),
                WHILE_WAITING);
    }

    Outcome again(Duration soon) {
        return new Outcome(status, soon);
    }
}
