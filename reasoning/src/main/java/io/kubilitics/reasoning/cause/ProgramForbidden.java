package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.util.Optional;

/** A program asks the API server for what its account may not have. */
final class ProgramForbidden implements Cause {

    @Override
    public About about() {
        return About.of("api-access-denied", "rbac-denied", Traffic.CUT_OFF)
                .means("A program asks the API server for something that its account has no right to.")
                .confirmedBy("the API server's answer in its log, and that no role of the account allows it")
                .refutedBy("nobody was forbidden anything, or a role allows it now")
                .cure("give the account this right, and no more, in the role that should have it");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Complaint> complaint = Traffic.complaints(symptom, inquiry)
                .filter(one -> one.grievance() == Grievance.FORBIDDEN)
                .findFirst();
        Optional<Wanted> wanted = complaint.flatMap(one -> Wanted.in(one.sample()));
        if (complaint.isEmpty() || wanted.isEmpty()) {
            return new Ruling.Refuted("its log tells of nothing that the API server forbids");
        }
        Rights rights = Rights.of(wanted.get(), inquiry);
        if (rights.allowed()) {
            return new Ruling.Refuted("%s may %s".formatted(wanted.get().account(), wanted.get()));
        }
        return confirmed(complaint.get(), rights, symptom, inquiry);
    }

    private static Ruling confirmed(Complaint complaint, Rights rights, Symptom symptom, Inquiry inquiry) {
        ResourceRef workload = inquiry.topOwner(complaint.by());
        RightsFault fault = RightsFault.of(rights, workload, symptom, inquiry);
        Wanted wanted = rights.wanted();
        return Recent.tell(
                Ruling.confirmed(
                                fault.object(),
                                fault.known() && rights.complete() ? Confidence.STRONG : Confidence.LIKELY,
                                "%s may not %s: %s".formatted(wanted.account(), wanted, fault.words()))
                        .claim(Claim.of(
                                "no role that %s has allows it".formatted(wanted.account()),
                                new Probe.OfObject(wanted.account())))
                        .claim(Claim.tainted(
                                "the log of %s says %d times: %s"
                                        .formatted(workload, complaint.count(), complaint.sample()),
                                new Probe.OfComplaints(workload)))
                        .advice("let a role of %s allow it to %s, and no more than this"
                                .formatted(wanted.account(), wanted))
                        .harmful("making the account an administrator of the cluster")
                        .harmful("restarting %s: it is forbidden again".formatted(workload)),
                fault.change());
    }
}
