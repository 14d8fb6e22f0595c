package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.util.Map;
import java.util.Optional;

/** The scheduler, or the controllers, show the API server a certificate that is no longer good: it is a year since they got it. */
final class ControlPlaneCertificate implements Cause {

    private static final String NAMESPACE = "kube-system";
    private static final Map<Ailment, String> WHO = Map.of(
            Ailment.UNSCHEDULED, "kube-scheduler",
            Ailment.STATUS_OUTDATED, "kube-controller-manager");

    @Override
    public About about() {
        return About.of(
                        "control-plane-certificate-expired",
                        "cert-expired",
                        Ailment.UNSCHEDULED,
                        Ailment.STATUS_OUTDATED)
                .means(
                        "The scheduler or the controllers of the cluster are turned away: their certificate is no longer good.")
                .confirmedBy("nobody does their work, and their log speaks of the certificate")
                .refutedBy("they do their work, or say nothing of a certificate")
                .cure("renew the certificates of the control plane and start it again");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        boolean idle = symptom.ailment() != Ailment.UNSCHEDULED
                || SchedulerAway.DOWN.judge(symptom, inquiry) instanceof Ruling.Confirmed;
        if (!idle) {
            return new Ruling.Refuted("it does its work");
        }
        String who = WHO.getOrDefault(symptom.ailment(), "");
        return inquiry.all(Kind.POD, NAMESPACE).stream()
                .map(Resource::ref)
                .filter(pod -> pod.name().startsWith(who))
                .flatMap(pod ->
                        complaint(pod, inquiry).<Ruling>map(complaint -> confirmed(pod, complaint, symptom)).stream())
                .findFirst()
                .orElseGet(() -> new Ruling.Refuted("%s says nothing of a certificate".formatted(who)));
    }

    private static Optional<Complaint> complaint(ResourceRef pod, Inquiry inquiry) {
        return inquiry.complaints(pod).stream()
                .filter(complaint -> complaint.grievance() == Grievance.CERTIFICATE_EXPIRED)
                .filter(complaint -> complaint.by().equals(pod))
                .findFirst();
    }

    private static Ruling confirmed(ResourceRef pod, Complaint complaint, Symptom symptom) {
        return Ruling.confirmed(
                        pod,
                        Confidence.STRONG,
                        "%s does not do its work: its certificate is no longer good".formatted(pod))
                .claim(Claim.tainted("its log says: " + complaint.sample(), new Probe.OfComplaints(complaint.by())))
                .claim(Claim.of(symptom.toString(), new Probe.OfObject(symptom.subject())))
                .advice("renew the certificates of the control plane and start %s again".formatted(pod.name()))
                .harmful("deleting the waiting pods: new ones wait as well");
    }
}
