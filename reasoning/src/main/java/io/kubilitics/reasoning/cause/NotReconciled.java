package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;

/** A controller cannot make a resource so, mostly because something is away or unwell from which the resource takes what it needs. */
final class NotReconciled implements Cause {

    @Override
    public About about() {
        return About.of("source-not-ready", "dependency-down", Ailment.NOT_RECONCILED)
                .means("A controller cannot make a resource so: what it takes it from is away, unwell or refuses.")
                .confirmedBy("what its controller says, and the state of what it refers to")
                .refutedBy("never by itself: what explains it better comes first")
                .cure("mend what its controller complains of, at the source");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Origin origin = Origin.of(symptom.subject(), inquiry);
        boolean itself = origin.words().startsWith(symptom.subject() + " is");
        return Ruling.confirmed(
                        origin.fault(),
                        itself ? Confidence.WEAK : Confidence.LIKELY,
                        itself
                                ? "The controller of %s cannot make it so".formatted(symptom.subject())
                                : "%s cannot be made so: %s".formatted(symptom.subject(), origin.words()))
                .claim(Claim.tainted("its controller says: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                .claim(Claim.of(origin.words(), new Probe.OfHealth(origin.fault())))
                .advice("mend what its controller complains of, in " + origin.fault());
    }
}
