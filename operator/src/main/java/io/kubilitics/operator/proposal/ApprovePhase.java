package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.status.Phase;
import java.util.Optional;

/** Waits for people. Whoever approves must be able to do it himself; one rejection ends it. */
final class ApprovePhase {

    static final String CONDITION = "Approved";

    private ApprovePhase() {}

    /** What the decisions lead to; nothing while there is none that counts. */
    static Optional<Outcome> decide(Situation situation, Decisions decisions) {
        if (decisions.rejecter().isPresent()) {
            return Optional.of(rejected(situation, decisions.rejecter().get()));
        }
        if (decisions.approver().isPresent()) {
            return Optional.of(Outcome.next(
                    situation,
                    Phase.APPROVED,
                    Why.yes(
                            CONDITION,
                            "Approved",
                            "approved by " + decisions.approver().get())));
        }
        return decisions.objections().isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.next(situation, Phase.AWAITING_APPROVAL, noRight(decisions)));
    }

    static Outcome rejected(Situation situation, String by) {
        return Outcome.next(situation, Phase.REJECTED, Why.no(CONDITION, "Rejected", "rejected by " + by));
    }

    static Why noRight(Decisions decisions) {
        return Why.no(
                CONDITION,
                "ApproverLacksRight",
                String.join("; ", decisions.objections()) + "; somebody who may has to approve");
    }
}
