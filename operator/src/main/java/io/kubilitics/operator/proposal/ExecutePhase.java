package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.status.Execution;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.Version;
import io.kubilitics.crds.proposal.status.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Takes note of what was written. Whatever happens, no action is written twice for one approval. */
final class ExecutePhase {

    static final String CONDITION = "Executed";

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration SOON = Duration.ofSeconds(2);

    private ExecutePhase() {}

    /** The action that is to be written now. */
    static OptionalInt due(Situation situation) {
        List<Write> writes = execution(situation).writes();
        return IntStream.range(0, writes.size())
                .filter(place -> !writes.get(place).done())
                .findFirst();
    }

    /** What was claimed must not be done any more: the claim is given back. What is written already cannot be taken back like that. */
    static Outcome withdrawn(Situation situation, int place, Outcome instead) {
        return place == 0
                ? new Outcome(instead.status().with(next -> next.execution(null).verification(null)), instead.again())
                : failed(situation, place, "Stopped", "it must not go on");
    }

    /** After an attempt to write. */
    static Outcome written(Situation situation, int place, Writing writing) {
        return switch (writing) {
            case Writing.Done(var after) -> done(situation, place, after);
            case Writing.Overtaken(var why) -> overtaken(situation, place, why);
            case Writing.Refused(var why) -> failed(situation, place, "Refused", why);
            case Writing.Unknown(var why) ->
                Outcome.next(situation, Phase.EXECUTING, Why.unknown(CONDITION, "NoAnswer", why))
                        .again(SOON);
        };
    }

    /** After looking back for an attempt whose answer was never heard. */
    static Outcome seen(Situation situation, int place, Writing writing) {
        return switch (writing) {
            case Writing.Done(var after) -> done(situation, place, after);
            case Writing.Overtaken(var why) -> overtaken(situation, place, why);
            case Writing.Refused(var why) -> failed(situation, place, "Refused", why);
            case Writing.Unknown(var why) ->
                failed(
                        situation,
                        place,
                        "NotKnown",
                        "it is not known whether it was written, and it is not written again: " + why);
        };
    }

    private static Outcome done(Situation situation, int place, Version after) {
        Execution before = execution(situation);
        List<Write> writes = new ArrayList<>(before.writes());
        writes.set(place, new Write(writes.get(place).before(), after));
        boolean all = writes.stream().allMatch(Write::done);
        Why why = all
                ? Why.yes(CONDITION, "Written", "written; whether it helps is being watched")
                : Why.unknown(CONDITION, "Writing", "%d of %d actions are written".formatted(place + 1, writes.size()));
        Execution next = new Execution(before.claimedBy(), before.claimedAt(), writes);
        return Outcome.next(situation, all ? Phase.VERIFYING : Phase.EXECUTING, why, status -> status.execution(next))
                .again(AT_ONCE);
    }

    /** Nothing is written yet: the claim is given back, and everything is looked at once more. */
    private static Outcome overtaken(Situation situation, int place, String why) {
        return place > 0
                ? failed(situation, place, "Overtaken", why)
                : Outcome.next(
                                situation,
                                Phase.APPROVED,
                                Why.no(CONDITION, "Overtaken", "nothing was written: " + why),
                                next -> next.execution(null).verification(null))
                        .again(SOON);
    }

    private static Outcome failed(Situation situation, int place, String reason, String why) {
        String partly = place == 0 ? "" : "; %d of its actions before it are written".formatted(place);
        return Outcome.next(situation, Phase.FAILED, Why.no(CONDITION, reason, why + partly));
    }

    static Execution execution(Situation situation) {
        return Objects.requireNonNull(situation.status().execution(), "an executing proposal was claimed");
    }
}
