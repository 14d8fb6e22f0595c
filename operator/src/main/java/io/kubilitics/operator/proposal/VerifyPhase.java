package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.status.Condition;
import io.kubilitics.crds.proposal.status.ExpectationCheck;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Watches on the body's own world whether it helped. What was hoped for must hold for a while: a container that will be killed
 * again looks well when it starts.
 */
final class VerifyPhase {

    static final String CONDITION = "Helped";
    /** Since when everything holds; its time is what this condition is for. */
    static final String HOLDS = "ExpectationsHold";

    static final Duration SETTLE = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private VerifyPhase() {}

    static Outcome decide(Situation situation) {
        Instant deadline = ExecutePhase.execution(situation).claimedAt().plus(PATIENCE);
        boolean late = !situation.now().isBefore(deadline);
        if (!Expectations.caughtUp(situation)) {
            return late
                    ? unverified(situation, "the write was never seen on the operator's own world")
                    : Outcome.stay(situation, LOOK);
        }
        Verification checked = check(situation);
        boolean holds = checked.outcome() == Verification.Outcome.HELPED;
        if (holds
                && held(situation)
                        .filter(since -> !since.plus(SETTLE).isAfter(situation.now()))
                        .isPresent()) {
            return helped(situation, checked);
        }
        return late ? tooLate(situation, checked) : watching(situation, checked, holds);
    }

    /** Since when everything holds, as the last look left it. */
    private static Optional<Instant> held(Situation situation) {
        return situation.status().conditions().stream()
                .filter(condition -> condition.type().equals(HOLDS) && condition.status() == Condition.Status.TRUE)
                .map(Condition::lastTransitionTime)
                .findFirst();
    }

    private static Verification check(Situation situation) {
        List<ExpectationCheck> checks = Expectations.check(situation);
        List<String> before = before(situation).symptomsBefore();
        List<String> after = Surroundings.of(situation).lines();
        Verification.Outcome outcome = outcome(checks, before, after);
        Verification last = before(situation);
        Verification next = new Verification(outcome, last.checkedAt(), checks, before, after);
        // The time moves only with the finding: a status is not written every second to say the same.
        return next.equals(last) ? last : new Verification(outcome, situation.now(), checks, before, after);
    }

    private static Verification.Outcome outcome(
            List<ExpectationCheck> checks, List<String> before, List<String> after) {
        Set<String> added = new HashSet<>(after);
        before.forEach(added::remove);
        if (!added.isEmpty()) {
            return Verification.Outcome.WORSE;
        }
        if (checks.stream().anyMatch(check -> check.result() == ExpectationCheck.Result.NOT_MET)) {
            return Verification.Outcome.NOT_HELPED;
        }
        if (checks.stream().anyMatch(check -> check.result() == ExpectationCheck.Result.UNSEEN)) {
            return Verification.Outcome.UNDECIDED;
        }
        // Without any expectation, what was unwell has to be well.
        return checks.isEmpty() && !after.isEmpty() ? Verification.Outcome.NOT_HELPED : Verification.Outcome.HELPED;
    }

    private static Verification before(Situation situation) {
        return Objects.requireNonNull(situation.status().verification(), "a claim notes the symptoms before it");
    }

    private static Outcome watching(Situation situation, Verification checked, boolean holds) {
        Condition since = new Condition(
                HOLDS,
                holds ? Condition.Status.TRUE : Condition.Status.FALSE,
                situation.proposal().getMetadata().getGeneration(),
                situation.now(),
                holds ? "Holds" : "NotYet",
                holds ? "everything that was expected holds" : summary(checked));
        return Outcome.next(
                        situation,
                        Phase.VERIFYING,
                        Why.unknown(CONDITION, "Watching", "written; whether it helps is being watched"),
                        next -> next.verification(checked).condition(since))
                .again(LOOK);
    }

    private static Outcome helped(Situation situation, Verification checked) {
        return Outcome.next(
                situation,
                Phase.SUCCEEDED,
                Why.yes(
                        CONDITION,
                        "Helped",
                        "everything that was expected holds for %d s".formatted(SETTLE.toSeconds())),
                next -> next.verification(checked));
    }

    private static Outcome tooLate(Situation situation, Verification checked) {
        if (checked.outcome() == Verification.Outcome.UNDECIDED || checked.outcome() == Verification.Outcome.HELPED) {
            return unverified(
                    situation, "after %d s it cannot be told: %s".formatted(PATIENCE.toSeconds(), summary(checked)));
        }
        return Outcome.next(
                situation,
                Phase.FAILED,
                Why.no(
                        CONDITION,
                        checked.outcome() == Verification.Outcome.WORSE ? "Worse" : "NotHelped",
                        "written, and after %d s: %s; status.inverse is what would undo it"
                                .formatted(PATIENCE.toSeconds(), summary(checked))),
                next -> next.verification(checked));
    }

    private static Outcome unverified(Situation situation, String why) {
        return Outcome.next(situation, Phase.UNVERIFIED, Why.unknown(CONDITION, "Unverified", why));
    }

    private static String summary(Verification checked) {
        return checked.checks().stream()
                .filter(check -> check.result() != ExpectationCheck.Result.MET)
                .map(ExpectationCheck::why)
                .findFirst()
                .or(() -> checked.symptomsAfter().stream().findFirst())
                .orElse("it does not hold long enough");
    }
}
