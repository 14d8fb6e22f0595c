package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.cause.Traffic.Call;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import java.util.Optional;

/** Something outside of the cluster does not answer, for which a Service without pods stands. */
final class OutsideDown implements Cause {

    @Override
    public About about() {
        return About.of("external-dependency-down", "dependency-down", Traffic.CUT_OFF)
                .means("Something outside of the cluster does not answer, for which a Service without pods stands.")
                .confirmedBy("a log that says so; others who call it and complain too make it surer")
                .refutedBy("nobody complains of anything outside")
                .cure("see after it where it runs, and after the way there; then whether the address is still right");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Call> call = Traffic.vain(symptom, inquiry, called -> outside(called, inquiry));
        if (call.isEmpty()) {
            return new Ruling.Refuted("nobody complains of anything outside of the cluster");
        }
        return confirmed(call.get().complaint(), call.get().called(), inquiry);
    }

    private static Ruling confirmed(Complaint complaint, ResourceRef service, Inquiry inquiry) {
        ResourceRef caller = inquiry.topOwner(complaint.by());
        long others = inquiry.from(service, Relation.Type.CONNECTS_TO).stream()
                .map(inquiry::topOwner)
                .distinct()
                .filter(other -> !other.equals(caller))
                .filter(other -> inquiry.complaints(other).stream()
                        .anyMatch(one -> one.grievance().ofNetwork()))
                .count();
        return Ruling.confirmed(
                        service,
                        complaint.peer().told() || others > 0 ? Confidence.LIKELY : Confidence.WEAK,
                        "%s does not answer: it stands for something outside of the cluster".formatted(service))
                .claim(Claim.tainted(
                        "the log of %s says %d times: %s".formatted(caller, complaint.count(), complaint.sample()),
                        new Probe.OfComplaints(caller)))
                .claim(Claim.of(
                        "it has no pods of the cluster behind it; %d others who call it complain too".formatted(others),
                        new Probe.OfObject(service)))
                .advice("see after what %s stands for where it runs, and whether its address is still right"
                        .formatted(service))
                .harmful("restarting %s: it finds nobody again".formatted(caller));
    }

    private static boolean outside(ResourceRef service, Inquiry inquiry) {
        return inquiry.facts(service, ServiceFacts.class)
                .filter(facts -> facts.selector().isEmpty())
                .isPresent();
    }
}
