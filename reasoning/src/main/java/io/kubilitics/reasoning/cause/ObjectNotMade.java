package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;

/** Something that was meant to be there is not, and nothing else tells why. */
final class ObjectNotMade implements Cause {

    @Override
    public About about() {
        return About.of("object-not-created", "dependency-down", Ailment.NOT_THERE)
                .means("Something that was meant to be there was never created, or was deleted.")
                .confirmedBy("the manifests have it, and the cluster has not")
                .refutedBy("it is there")
                .cure("create it again");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        return inquiry.missing(symptom.subject())
                ? Ruling.confirmed(
                                symptom.subject(),
                                Confidence.LIKELY,
                                "%s was meant to be there and is not".formatted(symptom.subject()))
                        .claim(Claim.of("it does not exist", new Probe.OfObject(symptom.subject())))
                        .claim(Claim.of("the manifests have it", new Probe.OfIntent(symptom.subject())))
                        .advice("create %s again from its manifest".formatted(symptom.subject()))
                : new Ruling.Refuted("it is there");
    }
}
