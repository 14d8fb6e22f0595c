package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Grievance;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.Optional;

/** A certificate is no longer good, and whoever is shown it turns away. */
final class CertificateExpired implements Cause {

    @Override
    public About about() {
        return About.of(
                        "certificate-expired",
                        "cert-expired",
                        Ailment.CERTIFICATE_EXPIRED,
                        Ailment.CRASHING,
                        Ailment.NOT_READY,
                        Ailment.API_SERVICE_UNAVAILABLE)
                .means("A certificate is no longer good, and whoever is shown it turns away.")
                .confirmedBy("the date in the certificate, or a log that says so")
                .refutedBy("nobody says so, and the certificates that are known are good")
                .cure("renew the certificate, and find out why nobody did");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (symptom.ailment() == Ailment.CERTIFICATE_EXPIRED) {
            Optional<Origin> origin = symptom.subject().kind().equals(Kind.SECRET)
                    ? Origin.ofWritten(symptom.subject(), inquiry)
                    : Optional.of(Origin.of(symptom.subject(), inquiry));
            return ruling(origin.map(Origin::fault).orElse(symptom.subject()), Confidence.PROVEN)
                    .claim(Claim.of(symptom.says(), new Probe.OfObject(symptom.subject())));
        }
        Optional<String> said = symptom.part().isEmpty()
                ? Optional.of(symptom.says()).filter(OwnTrouble.CERTIFICATE_OVER::isIn)
                : LastWords.complain(OwnTrouble.CERTIFICATE_OVER, symptom, inquiry);
        if (said.isEmpty()) {
            return new Ruling.Refuted("nobody says that a certificate is no longer good");
        }
        Optional<ResourceRef> own = LastWords.sources(symptom, inquiry)
                .filter(source -> Expired.over(source, symptom.since(), inquiry))
                .findFirst();
        boolean ofPeer = own.isEmpty()
                && inquiry.complaints(symptom.subject()).stream()
                        .anyMatch(one -> one.grievance() == Grievance.CERTIFICATE_EXPIRED
                                && one.target().isPresent());
        if (ofPeer) {
            return new Ruling.Refuted("it complains of another's certificate");
        }
        return ruling(
                        own.orElseGet(() -> inquiry.topOwner(symptom.subject())),
                        own.isPresent() ? Confidence.STRONG : Confidence.LIKELY)
                .claim(LastWords.claim(said.get(), symptom));
    }

    private static Ruling.Confirmed ruling(ResourceRef object, Confidence confidence) {
        return Ruling.confirmed(object, confidence, "A certificate of %s is no longer good".formatted(object))
                .advice("renew the certificate, and find out why nobody did")
                .harmful("switching the check of certificates off");
    }
}
