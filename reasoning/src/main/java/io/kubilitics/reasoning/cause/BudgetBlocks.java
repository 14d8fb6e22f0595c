package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.BudgetFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;

/** A node is to be emptied, and a disruption budget lets none of its pods go. */
enum BudgetBlocks implements Cause {
    NO_ROOM("pdb-blocks-drain", "it asks for all of its pods, even when all are well"),
    UNWELL("pdb-waits-for-pods", "fewer of its pods are well than it asks for");

    private final String id;
    private final String outcome;

    BudgetBlocks(String id, String outcome) {
        this.id = id;
        this.outcome = outcome;
    }

    @Override
    public About about() {
        return About.of(id, "pdb-blocks-drain", Ailment.DRAIN_BLOCKED)
                .means("A node is to be emptied, and a disruption budget lets no pod go: %s.".formatted(outcome))
                .confirmedBy("how many pods the budget wants, and how many there are and are well")
                .refutedBy("the budget allows a disruption")
                .cure(
                        this == NO_ROOM
                                ? "let the budget allow one disruption, or run one more replica"
                                : "make the unwell pods well; the drain goes on by itself then");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Resource> budget = inquiry.all(Kind.DISRUPTION_BUDGET, "").stream()
                .filter(each -> symptom.says().startsWith(each.ref() + " "))
                .findFirst();
        if (budget.isEmpty() || !(budget.get().facts() instanceof BudgetFacts facts) || facts.allowed() > 0) {
            return new Ruling.Refuted("the budget allows a disruption");
        }
        boolean never = facts.wanted() >= facts.expected();
        return never == (this == NO_ROOM)
                ? confirmed(symptom, budget.get().ref(), facts)
                : new Ruling.Refuted(never ? "well pods alone would not help" : "well pods would be enough");
    }

    private Ruling confirmed(Symptom symptom, ResourceRef budget, BudgetFacts facts) {
        return Ruling.confirmed(
                        budget,
                        this == NO_ROOM ? Confidence.PROVEN : Confidence.LIKELY,
                        "%s cannot be drained: %s lets no pod go, because %s"
                                .formatted(symptom.subject(), budget, outcome))
                .claim(Claim.of(
                        "it wants %d of %d pods, %d are well, %d may be evicted"
                                .formatted(facts.wanted(), facts.expected(), facts.healthy(), facts.allowed()),
                        new Probe.OfObject(budget)))
                .claim(Claim.of(
                        "the node has been cordoned since " + symptom.since(), new Probe.OfObject(symptom.subject())))
                .advice(about().cure())
                .harmful("deleting the pods by hand, or the budget: it is there to protect them")
                .harmful("deleting the node: everything on it would go at once");
    }
}
