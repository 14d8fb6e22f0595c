package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.util.List;
import java.util.Optional;

/** A store answers those who call it, but does not let them work. */
enum StoreRefuses implements Cause {
    READ_ONLY(
            "db-read-only",
            Grievance.READ_ONLY_STORE,
            "A store takes no writes.",
            "make it writable again, or send writes to the instance that is: first find out why it was made read-only"),
    FULL(
            "db-connection-exhaustion",
            Grievance.TOO_MANY_CONNECTIONS,
            "A store has no connections left to give.",
            "find out who holds the connections and end those that do nothing; then raise the bound or make the pools smaller");

    private final String id;
    private final Grievance grievance;
    private final String means;
    private final String cure;

    StoreRefuses(String id, Grievance grievance, String means, String cure) {
        this.id = id;
        this.grievance = grievance;
        this.means = means;
        this.cure = cure;
    }

    @Override
    public About about() {
        return About.of(id, "dependency-down", Traffic.CUT_OFF)
                .means(means)
                .confirmedBy("those who call it say so in their logs, or it does itself")
                .refutedBy("nobody says so")
                .cure(cure);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Complaint> complaint = Traffic.complaints(symptom, inquiry)
                .filter(one -> one.grievance() == grievance)
                .findFirst();
        if (complaint.isEmpty()) {
            return new Ruling.Refuted("nobody complains that " + grievance.words());
        }
        ResourceRef caller = inquiry.topOwner(complaint.get().by());
        Optional<ResourceRef> store = Stores.of(complaint.get(), inquiry);
        return store.<Ruling>map(ref -> Ruling.confirmed(
                                ref,
                                Confidence.STRONG,
                                "%s does not let its callers work: %s".formatted(ref, grievance.words()))
                        .claim(Claim.tainted(
                                "%s says %d times: %s"
                                        .formatted(
                                                caller,
                                                complaint.get().count(),
                                                complaint.get().sample()),
                                new Probe.OfComplaints(caller)))
                        .claim(Claim.of(
                                "it keeps data for others, by what its containers are", new Probe.OfObject(ref)))
                        .advice(cure)
                        .harmful("restarting the callers: they are refused again"))
                .orElseGet(() -> new Ruling.Open(
                        "%s complains that %s, of whom is not known".formatted(caller, grievance.words()),
                        List.of("the address of the store that it calls")));
    }
}
