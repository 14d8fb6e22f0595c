package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.status.Execution;
import io.kubilitics.crds.proposal.status.Judgement;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.Verification;
import io.kubilitics.crds.proposal.status.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Between approval and execution the world moves: everything is asked once more, and only the very plan that was approved is
 * claimed.
 *
 * @param body the one that claims
 */
record RecheckPhase(JudgePhase judge, String body) {

    static final String CONDITION = "Rechecked";

    private static final Duration SOON = Duration.ofSeconds(5);

    Outcome decide(Situation situation, Decisions decisions, Optional<String> broken, List<Rehearsal> rehearsals) {
        return standing(situation, decisions, broken)
                .or(() -> rehearsal(situation, rehearsals))
                .or(() -> plan(situation, rehearsals))
                .orElseGet(() -> claim(situation, rehearsals));
    }

    /** What keeps it from being done that has nothing to do with the plan. */
    static Optional<Outcome> standing(Situation situation, Decisions decisions, Optional<String> broken) {
        if (situation.expired()) {
            return Optional.of(Outcome.next(
                    situation, Phase.EXPIRED, Why.no(CONDITION, "Expired", "it was not carried out in time")));
        }
        if (decisions.rejecter().isPresent()) {
            return Optional.of(
                    ApprovePhase.rejected(situation, decisions.rejecter().get()));
        }
        if (broken.isPresent()) {
            return Optional.of(
                    Outcome.next(situation, Phase.APPROVED, Why.no(CONDITION, "SafeguardsBroken", broken.get())));
        }
        return approval(situation, decisions);
    }

    private static Optional<Outcome> approval(Situation situation, Decisions decisions) {
        if (decisions.approver().isPresent()) {
            return Optional.empty();
        }
        Why why = decisions.objections().isEmpty()
                ? Why.no(ApprovePhase.CONDITION, "NoApproval", "nobody approved the present plan")
                : ApprovePhase.noRight(decisions);
        return Optional.of(Outcome.next(situation, Phase.AWAITING_APPROVAL, why));
    }

    private static Optional<Outcome> rehearsal(Situation situation, List<Rehearsal> rehearsals) {
        boolean fine = rehearsals.stream().allMatch(Rehearsal.Fine.class::isInstance);
        return fine
                ? Optional.empty()
                : Optional.of(SimulatePhase.decide(situation, rehearsals).again(SOON));
    }

    private Optional<Outcome> plan(Situation situation, List<Rehearsal> rehearsals) {
        Plan plan = SimulatePhase.plan(situation, rehearsals);
        if (!plan.hash().equals(situation.status().planHash())) {
            return Optional.of(stale(situation));
        }
        List<Judgement> judgements = judge.judge(situation, plan.dryRun().diff());
        String objections = JudgePhase.objections(judgements);
        return objections.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.next(
                        situation,
                        Phase.BLOCKED,
                        Why.no(JudgePhase.CONDITION, "RuleDenies", objections),
                        next -> next.judgements(judgements)));
    }

    /** Also while it still waits: nobody should decide about a plan that is no longer the one. */
    static Optional<Outcome> whileWaiting(Situation situation, List<Rehearsal> rehearsals) {
        if (rehearsals.stream().anyMatch(Rehearsal.Away.class::isInstance)) {
            return Optional.empty();
        }
        boolean outdated = rehearsals.stream().anyMatch(Rehearsal.Outdated.class::isInstance);
        if (outdated) {
            return Optional.of(SimulatePhase.decide(situation, rehearsals));
        }
        boolean same = SimulatePhase.plan(situation, rehearsals)
                .hash()
                .equals(situation.status().planHash());
        return same ? Optional.empty() : Optional.of(stale(situation));
    }

    private static Outcome stale(Situation situation) {
        return Outcome.next(
                situation,
                Phase.STALE,
                Why.no(
                        CONDITION,
                        "PlanChanged",
                        "the plan is no longer the one that was shown: it is made anew, and an approval counts for the plan that it names"));
    }

    private Outcome claim(Situation situation, List<Rehearsal> rehearsals) {
        List<Write> writes = rehearsals.stream()
                .map(rehearsal -> Write.over(((Rehearsal.Fine) rehearsal).version()))
                .toList();
        Verification before = new Verification(
                Verification.Outcome.UNDECIDED,
                situation.now(),
                List.of(),
                Surroundings.of(situation).lines(),
                List.of());
        return Outcome.next(
                situation,
                Phase.EXECUTING,
                Why.yes(CONDITION, "Claimed", "nothing has changed since the approval; claimed by " + body),
                next -> next.execution(new Execution(body, situation.now(), writes))
                        .verification(before));
    }
}
