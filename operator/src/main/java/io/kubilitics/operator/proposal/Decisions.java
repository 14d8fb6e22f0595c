package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.Decision;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people decided about the present plan, and whether each who approved could do it himself.
 *
 * @param approver somebody whose approval counts
 * @param rejecter somebody who said no
 * @param objections why the approvals of others do not count
 */
record Decisions(Optional<String> approver, Optional<String> rejecter, List<String> objections) {

    /** The verb that the action itself needs. */
    private static final String VERB = "patch";

    static Decisions on(Situation situation, Rights rights) {
        List<Decision> all = situation.spec().decisions();
        Optional<String> rejecter = all.stream()
                .filter(decision -> decision.verdict() == Decision.Verdict.REJECT)
                .map(Decision::by)
                .findFirst();
        List<String> objections = new ArrayList<>();
        Optional<String> approver = rejecter.isPresent()
                ? Optional.empty()
                : all.stream()
                        .filter(decision -> decision.verdict() == Decision.Verdict.APPROVE)
                        .filter(decision ->
                                decision.planHash().equals(situation.status().planHash()))
                        .filter(decision -> counts(situation, decision, rights, objections))
                        .map(Decision::by)
                        .findFirst();
        return new Decisions(approver, rejecter, List.copyOf(objections));
    }

    private static boolean counts(Situation situation, Decision decision, Rights rights, List<String> objections) {
        // Admission holds this too; it costs nothing to hold it twice.
        if (decision.by().equals(situation.spec().requester())) {
            objections.add(decision.by() + " asked for it");
            return false;
        }
        Person person = new Person(decision.by(), decision.groups());
        List<String> refusals = situation.spec().actions().stream()
                .map(ProposedAction::target)
                .distinct()
                .flatMap((Target target) -> rights.refusal(person, VERB, target).stream())
                .toList();
        objections.addAll(refusals);
        return refusals.isEmpty();
    }
}
