package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;

/** An Ingress or a Gateway is to show a certificate from a Secret that does not exist. */
final class CertificateSecretMissing implements Cause {

    @Override
    public About about() {
        return About.of("certificate-secret-missing", "secret-missing", Ailment.TLS_SECRET_MISSING)
                .means("An Ingress or a Gateway is to show a certificate from a Secret that does not exist.")
                .confirmedBy("all Secrets of the namespace are known, and it is not among them")
                .refutedBy("the Secret is there")
                .cure(
                        "bring the Secret back, or mend whoever should write it; where the name was misspelt, correct it");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<ResourceRef> missing = inquiry.to(symptom.subject(), Relation.Type.SECURED_BY).stream()
                .filter(secret -> secret.name().equals(symptom.part()) && inquiry.missing(secret))
                .findFirst();
        if (missing.isEmpty()) {
            return new Ruling.Refuted("the Secret with the certificate is there, or cannot be seen");
        }
        Optional<Origin> origin = Origin.ofWritten(missing.get(), inquiry);
        Absence absence = Absence.of(missing.get(), symptom.subject(), Relation.Type.SECURED_BY, inquiry);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        origin.map(Origin::fault).orElse(absence.fault()),
                        Confidence.PROVEN,
                        "%s has no certificate to show: %s does not exist%s"
                                .formatted(symptom.subject(), missing.get(), absence.guess()))
                .claim(absence.claim())
                .claim(Claim.of("it is to show the certificate in it", new Probe.OfObject(symptom.subject())))
                .advice(origin.map(it -> "mend %s: then %s is written by itself".formatted(it.fault(), missing.get()))
                        .orElse(absence.advice()))
                .harmful("making a Secret with any other certificate: browsers would warn of it");
        return origin.map(it -> ruling.claim(Claim.of(it.words(), new Probe.OfHealth(it.fault()))))
                .orElse(ruling);
    }
}
