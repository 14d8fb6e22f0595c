package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.status.Condition;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.Version;
import io.kubilitics.graph.world.World;
import io.kubilitics.policy.RuleBook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The road of a proposal: Pending, Simulated, AwaitingApproval, Approved, Executing, Verifying, and how it ended.
 *
 * <p>Each call takes one proposal one step. What is outside is asked first, then the phase decides as a pure function, then the
 * new status is written over exactly the version that was looked at. An old copy of a proposal therefore does no harm: its status
 * cannot be written. Only {@link Hand#write} changes anything else, only after a claim is written down, and only over the very
 * version of the target that the claim names; so a body that dies at any moment, or two of them, never write twice.
 */
public final class Road {

    private static final Duration TOO_EARLY = Duration.ofMillis(500);

    private final Ports ports;
    private final Supplier<World> world;
    private final InstantSource clock;
    private final JudgePhase judge;
    private final RecheckPhase recheck;

    /**
     * A road that one body walks.
     *
     * @param body its name, of this one run of it
     */
    public Road(Ports ports, RuleBook rules, Supplier<World> world, InstantSource clock, String body) {
        this.ports = ports;
        this.world = world;
        this.clock = clock;
        judge = new JudgePhase(rules);
        recheck = new RecheckPhase(judge, body);
    }

    /** One step; tells when to look again. One that is finished or being deleted is not looked at again. */
    public Optional<Duration> step(Proposal proposal) {
        Situation situation = new Situation(proposal, world.get(), clock.instant());
        // Whoever deletes a proposal ends it, whatever keeps it from being gone.
        if (situation.phase().isFinished() || proposal.isMarkedForDeletion()) {
            return Optional.empty();
        }
        Outcome outcome = decide(situation);
        if (outcome.status().equals(situation.status())) {
            return Optional.of(outcome.again());
        }
        Optional<Proposal> written = ports.ledger().write(proposal, outcome.status());
        if (written.isEmpty()) {
            return Optional.of(TOO_EARLY);
        }
        announce(situation, written.get());
        return Optional.of(outcome.again());
    }

    private Outcome decide(Situation situation) {
        Phase phase = situation.phase();
        boolean mayExpire = phase != Phase.EXECUTING && phase != Phase.VERIFYING;
        if (mayExpire && situation.expired()) {
            return Outcome.next(
                    situation, Phase.EXPIRED, Why.no(ApprovePhase.CONDITION, "Expired", "nobody approved it in time"));
        }
        return switch (phase) {
            case PENDING, STALE -> SimulatePhase.decide(situation, rehearse(situation));
            case SIMULATED -> judge.decide(situation);
            case BLOCKED -> unblock(situation);
            case AWAITING_APPROVAL -> await(situation);
            case APPROVED -> recheck(situation);
            case EXECUTING -> execute(situation);
            case VERIFYING -> VerifyPhase.decide(situation);
            case SUCCEEDED, UNVERIFIED, FAILED, REJECTED, EXPIRED ->
                throw new IllegalStateException("a finished proposal goes nowhere: " + phase);
        };
    }

    /** Simulated and judged in one go: what is still blocked changes nothing, and is not told again. */
    private Outcome unblock(Situation situation) {
        Outcome simulated = SimulatePhase.decide(situation, rehearse(situation));
        if (simulated.status().phase() != Phase.SIMULATED) {
            return simulated;
        }
        Proposal next = new Proposal();
        next.setMetadata(situation.proposal().getMetadata());
        next.setSpec(situation.spec());
        next.setStatus(simulated.status());
        return judge.decide(new Situation(next, situation.world(), situation.now()));
    }

    private Outcome await(Situation situation) {
        return ApprovePhase.decide(situation, Decisions.on(situation, ports.rights()))
                .filter(outcome -> !outcome.status().equals(situation.status()))
                .or(() -> RecheckPhase.whileWaiting(situation, rehearse(situation)))
                .orElseGet(() -> Outcome.stay(situation, Outcome.WHILE_WAITING));
    }

    private Outcome recheck(Situation situation) {
        return recheck.decide(
                situation,
                Decisions.on(situation, ports.rights()),
                ports.safeguards().broken(),
                rehearse(situation));
    }

    private Outcome execute(Situation situation) {
        OptionalInt due = ExecutePhase.due(situation);
        if (due.isEmpty()) {
            throw new IllegalStateException("nothing is left to write, and it was not told");
        }
        int place = due.getAsInt();
        ProposedAction action = situation.spec().actions().get(place);
        Version before = ExecutePhase.execution(situation).writes().get(place).before();
        return ports.hand()
                .lookBack(situation.proposal(), action, before)
                .map(seen -> ExecutePhase.seen(situation, place, seen))
                .or(() -> withdrawn(situation, place))
                .orElseGet(() -> ExecutePhase.written(
                        situation, place, ports.hand().write(situation.proposal(), action, before)));
    }

    /** However old the claim is and whoever made it: right before a write everything is asked once more. */
    private Optional<Outcome> withdrawn(Situation situation, int place) {
        Outcome again = place == 0
                ? recheck(situation)
                : RecheckPhase.standing(
                                situation,
                                Decisions.on(situation, ports.rights()),
                                ports.safeguards().broken())
                        .orElseGet(() -> Outcome.stay(situation, TOO_EARLY));
        return again.status().phase() == Phase.EXECUTING
                ? Optional.empty()
                : Optional.of(ExecutePhase.withdrawn(situation, place, again));
    }

    private List<Rehearsal> rehearse(Situation situation) {
        List<ProposedAction> actions = situation.spec().actions();
        return IntStream.range(0, actions.size())
                .mapToObj(place -> ports.hand().rehearse(place, actions.get(place)))
                .toList();
    }

    /** The condition that is new says why. That it is still being watched is no news. */
    private void announce(Situation before, Proposal after) {
        Situation now = new Situation(after, before.world(), before.now());
        boolean moved = now.phase() != before.phase();
        now.status().conditions().stream()
                .filter(condition -> !before.status().conditions().contains(condition))
                .filter(condition -> !condition.type().equals(VerifyPhase.HOLDS))
                .filter(_ -> moved || now.phase() != Phase.VERIFYING)
                .findFirst()
                .ifPresent(condition -> ports.announcer()
                        .tell(
                                after,
                                condition.reason(),
                                condition.message(),
                                condition.status() == Condition.Status.FALSE));
    }
}
