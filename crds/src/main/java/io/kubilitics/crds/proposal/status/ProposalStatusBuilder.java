package io.kubilitics.crds.proposal.status;

import io.kubilitics.crds.proposal.ProposedAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next status, field by field. */
public final class ProposalStatusBuilder {

    private @Nullable Phase phase;
    private @Nullable Long observedGeneration;
    private @Nullable String planHash;
    private @Nullable Impact impact;
    private @Nullable DryRun dryRun;
    private List<Judgement> judgements;
    private @Nullable Execution execution;
    private List<ProposedAction> inverse;
    private @Nullable Verification verification;
    private List<Condition> conditions;

    ProposalStatusBuilder(ProposalStatus from) {
        phase = from.phase();
        observedGeneration = from.observedGeneration();
        planHash = from.planHash();
        impact = from.impact();
        dryRun = from.dryRun();
        judgements = from.judgements();
        execution = from.execution();
        inverse = from.inverse();
        verification = from.verification();
        conditions = from.conditions();
    }

    public ProposalStatusBuilder phase(@Nullable Phase phase) {
        this.phase = phase;
        return this;
    }

    public ProposalStatusBuilder observedGeneration(@Nullable Long observedGeneration) {
        this.observedGeneration = observedGeneration;
        return this;
    }

    public ProposalStatusBuilder planHash(@Nullable String planHash) {
        this.planHash = planHash;
        return this;
    }

    public ProposalStatusBuilder impact(@Nullable Impact impact) {
        this.impact = impact;
        return this;
    }

    public ProposalStatusBuilder dryRun(@Nullable DryRun dryRun) {
        this.dryRun = dryRun;
        return this;
    }

    public ProposalStatusBuilder judgements(List<Judgement> judgements) {
        this.judgements = judgements;
        return this;
    }

    public ProposalStatusBuilder execution(@Nullable Execution execution) {
        this.execution = execution;
        return this;
    }

    public ProposalStatusBuilder inverse(List<ProposedAction> inverse) {
        this.inverse = inverse;
        return this;
    }

    public ProposalStatusBuilder verification(@Nullable Verification verification) {
        this.verification = verification;
        return this;
    }

    public ProposalStatusBuilder conditions(List<Condition> conditions) {
        this.conditions = conditions;
        return this;
    }

    /** In place of the one of its type; the time of the last transition moves only when the status does. */
    public ProposalStatusBuilder condition(Condition next) {
        List<Condition> kept = new ArrayList<>(conditions);
        int place = kept.size();
        for (int each = 0; each < kept.size(); each++) {
            if (kept.get(each).type().equals(next.type())) {
                place = each;
            }
        }
        if (place == kept.size()) {
            kept.add(next);
        } else {
            Condition last = kept.get(place);
            kept.set(place, last.status() == next.status() ? next.since(last.lastTransitionTime()) : next);
        }
        return conditions(kept);
    }

    ProposalStatus build() {
        return new ProposalStatus(
                phase,
                observedGeneration,
                planHash,
                impact,
                dryRun,
                judgements,
                execution,
                inverse,
                verification,
                conditions);
    }
}
