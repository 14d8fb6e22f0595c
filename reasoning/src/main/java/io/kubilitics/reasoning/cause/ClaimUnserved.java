package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ClaimFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.cause.Volumes.Misfit;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;

/** A claim waits for a volume that nobody makes. */
enum ClaimUnserved implements Cause {
    CLASS_MISSING("storage-class-missing", "its storage class does not exist"),
    NO_DEFAULT("storage-class-not-named", "it names no storage class, there is no default one, and no volume suits it"),
    NO_VOLUME("no-volume-to-bind", "only a volume made by hand will do, and there is none"),
    NOT_PROVISIONED("provisioning-failed", "the one who makes volumes for its class fails");

    private final String id;
    private final String outcome;

    ClaimUnserved(String id, String outcome) {
        this.id = id;
        this.outcome = outcome;
    }

    @Override
    public About about() {
        return About.of(id, "pvc-unbound", Ailment.CLAIM_PENDING, Ailment.UNSCHEDULED)
                .means("A claim gets no volume: %s.".formatted(outcome))
                .confirmedBy("the claim, the classes and the volumes that there are")
                .refutedBy("somebody makes volumes for it, or one is there")
                .cure("create what is missing: the class, or a volume");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        for (ResourceRef claim : Volumes.claims(symptom, inquiry)) {
            Optional<Ruling> ruling = Volumes.unbound(claim, inquiry).flatMap(facts -> judge(claim, facts, inquiry));
            if (ruling.isPresent()) {
                return ruling.get();
            }
        }
        return inquiry.unavailable().isEmpty()
                ? new Ruling.Refuted("this is not what keeps a claim from a volume")
                : new Ruling.Open("not all volumes and classes can be seen", inquiry.unavailable());
    }

    private Optional<Ruling> judge(ResourceRef claim, ClaimFacts facts, Inquiry inquiry) {
        Optional<ResourceRef> named = Volumes.storageClass(facts.wish(), inquiry);
        return switch (this) {
            case CLASS_MISSING ->
                named.filter(inquiry::missing)
                        .filter(_ -> !almost(claim, facts, inquiry))
                        .map(ref -> missing(claim, ref, inquiry));
            case NO_DEFAULT ->
                named.isEmpty() && facts.wish().storageClass().isEmpty() && classesSeen(inquiry)
                        ? unless(almost(claim, facts, inquiry), claim, Confidence.STRONG)
                        : Optional.empty();
            case NO_VOLUME ->
                facts.wish().storageClass().isPresent()
                                && named.filter(inquiry::missing).isEmpty()
                                && Volumes.byHand(facts.wish(), inquiry)
                                && inquiry.complete(Kind.VOLUME, "")
                        ? unless(almost(claim, facts, inquiry), claim, Confidence.STRONG)
                        : Optional.empty();
            case NOT_PROVISIONED ->
                named.filter(ref -> inquiry.object(ref).isPresent() && !Volumes.byHand(facts.wish(), inquiry))
                        .flatMap(ref -> failure(claim, ref, inquiry));
        };
    }

    private static boolean classesSeen(Inquiry inquiry) {
        return inquiry.complete(Kind.STORAGE_CLASS, "");
    }

    /** A volume is there that suits, or nearly does: then the two disagree at most, and nobody is missing. */
    private static boolean almost(ResourceRef claim, ClaimFacts facts, Inquiry inquiry) {
        return Volumes.nearest(Volumes.tried(claim, facts, inquiry))
                .filter(nearest ->
                        nearest.misfits().size() <= 1 || nearest.misfits().contains(Misfit.SELECTOR))
                .isPresent();
    }

    private Optional<Ruling> unless(boolean other, ResourceRef claim, Confidence confidence) {
        return other ? Optional.empty() : Optional.of(ruling(claim, claim, confidence));
    }

    /** Written wrong, or never there, the one who refers is at fault. */
    private Ruling missing(ResourceRef claim, ResourceRef storageClass, Inquiry inquiry) {
        Absence absence = Absence.of(storageClass, claim, Relation.Type.PROVISIONED_BY, inquiry);
        return ruling(absence.fault(), claim, Confidence.PROVEN)
                .claim(absence.claim())
                .advice("make the claim anew with a class that exists%s, or create %s"
                        .formatted(absence.guess(), storageClass));
    }

    private Optional<Ruling> failure(ResourceRef claim, ResourceRef storageClass, Inquiry inquiry) {
        Optional<EventNote> said = inquiry.events(claim).stream()
                .filter(event -> event.warning() && event.reason().equals("ProvisioningFailed"))
                .reduce((_, latest) -> latest);
        Optional<EventNote> silence = inquiry.events(claim).stream()
                .filter(event -> event.reason().equals("ExternalProvisioning"))
                .reduce((_, latest) -> latest);
        return said.map(event -> ruling(claim, claim, Confidence.LIKELY)
                        .claim(Claim.tainted("it says: " + event.message(), new Probe.OfEvents(claim))))
                .or(() -> silence.map(event -> ruling(storageClass, claim, Confidence.LIKELY)
                        .claim(Claim.tainted(
                                "nobody answers the claim; last said: " + event.message(), new Probe.OfEvents(claim)))))
                .map(it -> it);
    }

    private Ruling.Confirmed ruling(ResourceRef object, ResourceRef claim, Confidence confidence) {
        return Ruling.confirmed(object, confidence, "%s gets no volume: %s".formatted(claim, outcome))
                .claim(Claim.of("%s is not bound".formatted(claim), new Probe.OfObject(claim)))
                .advice("give %s a volume or a class that makes one".formatted(claim))
                .harmful("restarting the pods: they wait for the volume");
    }
}
