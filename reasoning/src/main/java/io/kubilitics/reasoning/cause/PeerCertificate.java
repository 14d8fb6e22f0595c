package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.IngressFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a program calls shows a certificate that is no longer good, or the program shows such a one itself. */
final class PeerCertificate implements Cause {

    @Override
    public About about() {
        return About.of("peer-certificate-expired", "cert-expired", Traffic.CUT_OFF)
                .means("Two programs do not come together: one of them shows a certificate that is no longer good.")
                .confirmedBy("the caller's log, and the date in the certificate where it can be seen")
                .refutedBy("nobody complains of a certificate's date")
                .cure("renew the certificate, have it loaded, and find out why nobody did");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Complaint> complaint = Traffic.complaints(symptom, inquiry)
                .filter(one -> one.grievance() == Grievance.CERTIFICATE_EXPIRED)
                .findFirst();
        if (complaint.isEmpty()) {
            return new Ruling.Refuted("nobody complains of a certificate's date");
        }
        return confirmed(symptom, complaint.get(), inquiry);
    }

    private static Ruling confirmed(Symptom symptom, Complaint complaint, Inquiry inquiry) {
        ResourceRef caller = inquiry.topOwner(complaint.by());
        List<ResourceRef> peers = Traffic.called(complaint, inquiry)
                .flatMap(target -> Traffic.behind(target, inquiry).stream())
                .toList();
        Optional<ResourceRef> door = door(complaint.peer().host(), inquiry);
        // Where no line tells its time, the certificate must at least be old by the time of the symptom.
        Instant at = complaint.span().last().orElse(symptom.since());
        Optional<ResourceRef> secret = Stream.of(peers.stream(), door.stream(), Stream.of(caller))
                .flatMap(each -> each)
                .flatMap(workload -> Expired.of(workload, at, inquiry).stream())
                .findFirst();
        ResourceRef object = secret.orElseGet(
                () -> probable(peers, inquiry).or(complaint::target).orElse(caller));
        return Ruling.confirmed(
                        object,
                        secret.isPresent() ? Confidence.PROVEN : Confidence.LIKELY,
                        "%s does not trust whom it calls: the certificate%s is no longer good"
                                .formatted(
                                        caller, secret.map(ref -> " in " + ref).orElse("")))
                .claim(Claim.tainted(
                        "the log of %s says %d times: %s".formatted(caller, complaint.count(), complaint.sample()),
                        new Probe.OfComplaints(caller)))
                .advice("renew the certificate of %s, and find out why nobody did".formatted(object))
                .harmful("switching the check of certificates off");
    }

    /** The Ingress that answers for a name outside of the cluster. */
    private static Optional<ResourceRef> door(String host, Inquiry inquiry) {
        return host.isEmpty()
                ? Optional.empty()
                : inquiry.all(Kind.INGRESS, "").stream()
                        .filter(ingress -> ingress.facts() instanceof IngressFacts facts
                                && facts.hosts().contains(host))
                        .map(Resource::ref)
                        .findFirst();
    }

    /** The one certificate that the other side has to show, or the other side itself. */
    private static Optional<ResourceRef> probable(List<ResourceRef> peers, Inquiry inquiry) {
        return peers.stream()
                .flatMap(peer -> Expired.only(peer, inquiry).stream())
                .findFirst()
                .or(() -> peers.stream().findFirst());
    }
}
