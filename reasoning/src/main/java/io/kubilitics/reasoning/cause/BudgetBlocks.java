package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.BudgetFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Comparator;
import java.util.Optional;

/** A node is to be emptied, and a disruption budget lets none of its pods go. */
enum BudgetBlocks implements Cause {
    NO_ROOM("pdb-blocks-drain", "it asks for all of its pods, even when all are well"),
    DOUBLED("pdb-not-the-only-one", "another budget speaks of the same pods, and the API server evicts none such"),
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
                        switch (this) {
                            case NO_ROOM -> "let the budget allow one disruption, or run one more replica";
                            case DOUBLED -> "delete the budget that is one too many, or let each speak of other pods";
                            case UNWELL -> "make the unwell pods well; the drain goes on by itself then";
                        });
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Resource> budget = inquiry.all(Kind.DISRUPTION_BUDGET, "").stream()
                .filter(each -> (" " + symptom.says() + " ").contains(" " + each.ref() + " "))
                .findFirst();
        if (budget.isEmpty() || !(budget.get().facts() instanceof BudgetFacts facts)) {
            return new Ruling.Refuted("no budget is known to be in the way");
        }
        if (facts.allowed() > 0) {
            return this == DOUBLED
                    ? confirmed(
                            symptom, newest(budget.get(), inquiry), budget.get().ref(), facts)
                    : new Ruling.Refuted("the budget allows a disruption");
        }
        boolean never = facts.wanted() >= facts.expected();
        if (this == DOUBLED || never != (this == NO_ROOM)) {
            return new Ruling.Refuted(never ? "well pods alone would not help" : "well pods would be enough");
        }
        ResourceRef object = this == UNWELL
                ? unwell(budget.get().ref(), inquiry)
                : budget.get().ref();
        return confirmed(symptom, object, budget.get().ref(), facts);
    }

    /** Before the second one came, there was no trouble. */
    private static ResourceRef newest(Resource budget, Inquiry inquiry) {
        return inquiry.to(budget.ref(), Relation.Type.LIMITS_DISRUPTION).stream()
                .flatMap(pod -> inquiry.from(pod, Relation.Type.LIMITS_DISRUPTION).stream())
                .distinct()
                .flatMap(other -> inquiry.object(other).stream())
                .max(Comparator.comparing((Resource other) -> other.meta().created())
                        .thenComparing(Resource::ref))
                .orElse(budget)
                .ref();
    }

    /** Whose pods are not well: with them the drain goes on. */
    private static ResourceRef unwell(ResourceRef budget, Inquiry inquiry) {
        return inquiry.to(budget, Relation.Type.LIMITS_DISRUPTION).stream()
                .filter(pod -> !inquiry.health(pod).isEmpty())
                .map(inquiry::topOwner)
                .findFirst()
                .orElse(budget);
    }

    private Ruling confirmed(Symptom symptom, ResourceRef object, ResourceRef budget, BudgetFacts facts) {
        return Ruling.confirmed(
                        object,
                        this == UNWELL ? Confidence.LIKELY : Confidence.PROVEN,
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
