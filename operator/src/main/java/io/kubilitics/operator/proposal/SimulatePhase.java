package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.crds.proposal.status.DryRun;
import io.kubilitics.crds.proposal.status.FieldChange;
import io.kubilitics.crds.proposal.status.Impact;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.graph.impact.Forecast;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what would happen: on the body's own world, and from the API server, which is asked to do it without doing it. */
final class SimulatePhase {

    static final String CONDITION = "Simulated";

    private SimulatePhase() {}

    static Outcome decide(Situation situation, List<Rehearsal> rehearsals) {
        for (Rehearsal rehearsal : rehearsals) {
            switch (rehearsal) {
                case Rehearsal.Outdated(var why) -> {
                    return Outcome.next(situation, Phase.EXPIRED, Why.no(CONDITION, "Outdated", why));
                }
                case Rehearsal.Away(var why) -> {
                    return Outcome.next(situation, situation.phase(), Why.unknown(CONDITION, "NoAnswer", why));
                }
                case Rehearsal.Fine _, Rehearsal.NotPermitted _, Rehearsal.Refused _ -> {}
            }
        }
        Plan plan = plan(situation, rehearsals);
        Optional<String> objection = Optional.ofNullable(plan.dryRun().message());
        return Outcome.next(
                situation,
                objection.isPresent() ? Phase.BLOCKED : Phase.SIMULATED,
                objection
                        .map(why -> Why.no(CONDITION, "DryRunRefused", why))
                        .orElseGet(() -> Why.yes(
                                CONDITION, "DryRunAllowed", plan.impact().summary())),
                next -> next.impact(plan.impact())
                        .dryRun(plan.dryRun())
                        .planHash(plan.hash())
                        .inverse(inverse(rehearsals))
                        .judgements(List.of()));
    }

    /** What a person would decide about now. */
    static Plan plan(Situation situation, List<Rehearsal> rehearsals) {
        List<ProposedAction> actions = situation.spec().actions();
        List<Target> targets = actions.stream().map(ProposedAction::target).toList();
        DryRun dryRun = dryRun(rehearsals);
        Impact impact =
                Impacts.of(situation.world(), targets, dryRun.diff(), forecast(situation.world(), targets, rehearsals));
        return new Plan(actions, impact, dryRun);
    }

    /** The world after all of them, one after the other; as it is where one of them cannot be. */
    private static Forecast forecast(World world, List<Target> targets, List<Rehearsal> rehearsals) {
        Forecast forecast = new Forecast(world, List.of());
        for (int place = 0; place < rehearsals.size(); place++) {
            if (rehearsals.get(place) instanceof Rehearsal.Fine fine) {
                forecast = forecast.then(
                        Impacts.ref(targets.get(place)),
                        fine.trial().before(),
                        fine.trial().after());
            }
        }
        return forecast;
    }

    private static DryRun dryRun(List<Rehearsal> rehearsals) {
        List<FieldChange> diff = new ArrayList<>();
        for (Rehearsal rehearsal : rehearsals) {
            switch (rehearsal) {
                case Rehearsal.Fine fine -> diff.addAll(fine.diff());
                case Rehearsal.NotPermitted(var why) -> {
                    return new DryRun(DryRun.Result.NOT_PERMITTED, why, List.of());
                }
                case Rehearsal.Refused(var why) -> {
                    return new DryRun(DryRun.Result.REFUSED, why, List.of());
                }
                case Rehearsal.Outdated _, Rehearsal.Away _ ->
                    throw new IllegalArgumentException("nothing to plan with: " + rehearsal);
            }
        }
        return new DryRun(DryRun.Result.ALLOWED, null, diff);
    }

    /** What was done last is undone first. */
    private static List<ProposedAction> inverse(List<Rehearsal> rehearsals) {
        return rehearsals.stream()
                .filter(Rehearsal.Fine.class::isInstance)
                .flatMap(rehearsal -> ((Rehearsal.Fine) rehearsal).inverse().stream())
                .toList()
                .reversed();
    }
}
