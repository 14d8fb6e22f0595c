package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.crds.proposal.status.DryRun;
import io.kubilitics.crds.proposal.status.FieldChange;
import io.kubilitics.crds.proposal.status.Judgement;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.policy.Alteration;
import io.kubilitics.policy.Answer;
import io.kubilitics.policy.Intention;
import io.kubilitics.policy.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks every rule about every action. One that says no, or nothing, keeps the proposal from being decided about. */
record JudgePhase(RuleBook rules) {

    static final String CONDITION = "Allowed";

    Outcome decide(Situation situation) {
        DryRun dryRun = situation.status().dryRun();
        List<Judgement> judgements = judge(situation, dryRun == null ? List.of() : dryRun.diff());
        String objections = objections(judgements);
        Why why = objections.isEmpty()
                ? Why.yes(CONDITION, "RulesAllow", "every rule allows it; it waits for somebody's approval")
                : Why.no(CONDITION, "RuleDenies", objections);
        return Outcome.next(
                situation,
                objections.isEmpty() ? Phase.AWAITING_APPROVAL : Phase.BLOCKED,
                why,
                next -> next.judgements(judgements));
    }

    List<Judgement> judge(Situation situation, List<FieldChange> diff) {
        List<Target> targets =
                situation.spec().actions().stream().map(ProposedAction::target).toList();
        List<Judgement> judgements = new ArrayList<>();
        for (int place = 0; place < targets.size(); place++) {
            rules.judge(intention(situation, targets, diff, place))
                    .answers()
                    .forEach((rule, answer) -> judgements.add(judgement(rule, answer)));
        }
        return judgements.stream().distinct().toList();
    }

    /** What stands against it, in sentences; empty when nothing does. */
    static String objections(List<Judgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement.answer() != Judgement.Answer.ALLOWED)
                .map(judgement -> "%s: %s".formatted(judgement.rule(), judgement.why()))
                .collect(Collectors.joining("; "));
    }

    private static Intention intention(Situation situation, List<Target> targets, List<FieldChange> diff, int place) {
        return new Intention(
                Impacts.ref(targets.get(place)),
                diff.stream()
                        .filter(change -> change.action() == place)
                        .map(change -> new Alteration(change.path(), change.before(), change.after()))
                        .toList(),
                Impacts.of(situation.world(), targets, diff, place));
    }

    private static Judgement judgement(String rule, Answer answer) {
        return switch (answer) {
            case Answer.Allowed() -> new Judgement(rule, Judgement.Answer.ALLOWED, null);
            case Answer.Denied(var why) -> new Judgement(rule, Judgement.Answer.DENIED, why);
            case Answer.Unanswered(var why) -> new Judgement(rule, Judgement.Answer.UNANSWERED, why);
        };
    }
}
