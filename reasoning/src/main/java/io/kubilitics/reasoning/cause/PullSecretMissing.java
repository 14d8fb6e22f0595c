package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;

/** A registry wants credentials, and the pod has none to show: no Secret is named, or it is missing or of another type. */
final class PullSecretMissing implements Cause {

    @Override
    public About about() {
        return About.of("missing-image-pull-secret", "image-pull-auth", Ailment.IMAGE_NOT_PULLED)
                .means("A registry wants credentials, and the pod has none to show.")
                .confirmedBy("the registry denied the image, and no Secret that could open it is there")
                .refutedBy("the registry said something else, or a Secret of the right type is given")
                .cure("create the Secret and name it in the pod template or in its service account");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<PullRefusal.Said> said = PullRefusal.last(symptom, inquiry);
        if (said.isEmpty()) {
            return new Ruling.Open("nothing tells why the image was not pulled", List.of("the pod's events"));
        }
        if (said.get().refusal() != PullRefusal.DENIED) {
            return new Ruling.Refuted("the registry did not ask for credentials");
        }
        PullSecret secrets = PullSecret.of(symptom, inquiry);
        Optional<ResourceRef> missing = secrets.missing(symptom, inquiry);
        if (missing.isPresent()) {
            return gone(secrets.absence(missing.get(), inquiry), said.get(), symptom);
        }
        if (secrets.usable(inquiry).isPresent()) {
            return new Ruling.Refuted("a Secret that opens registries is given");
        }
        return secrets.ofWrongType(inquiry)
                .<Ruling>map(secret -> ruling(
                                secret, Confidence.STRONG, secret + " does not open registries", said.get(), symptom)
                        .claim(Claim.of(secret + " is of another type", new Probe.OfObject(secret)))
                        .advice("make %s anew, of type kubernetes.io/dockerconfigjson".formatted(secret)))
                .orElseGet(() -> none(secrets, symptom, inquiry, said.get()));
    }

    private static Ruling gone(Absence absence, PullRefusal.Said said, Symptom symptom) {
        return ruling(
                        absence.fault(),
                        Confidence.STRONG,
                        "the pull secret %s does not exist%s".formatted(absence.missing(), absence.guess()),
                        said,
                        symptom)
                .claim(absence.claim())
                .advice(absence.advice());
    }

    private static Ruling none(PullSecret secrets, Symptom symptom, Inquiry inquiry, PullRefusal.Said said) {
        if (!secrets.named().isEmpty()) {
            return new Ruling.Open("its pull secrets cannot be seen", inquiry.unavailable());
        }
        var taken = secrets.taken(symptom, inquiry);
        return Recent.tell(
                ruling(
                                secrets.workload(),
                                taken.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                                "no pull secret is given",
                                said,
                                symptom)
                        .claim(Claim.of(
                                "neither the pod nor its account names a pull secret",
                                new Probe.OfObject(symptom.subject())))
                        .advice("name a Secret with credentials under imagePullSecrets; if the image should be public,"
                                + " check its name"),
                taken);
    }

    private static Ruling.Confirmed ruling(
            ResourceRef object, Confidence confidence, String why, PullRefusal.Said said, Symptom symptom) {
        return Ruling.confirmed(
                        object,
                        confidence,
                        "The image of container %s cannot be pulled: its registry wants credentials, and %s"
                                .formatted(symptom.part(), why))
                .claim(PullSecret.denial(said, symptom))
                .harmful("restarting or deleting the pods: the next ones have no credentials either");
    }
}
