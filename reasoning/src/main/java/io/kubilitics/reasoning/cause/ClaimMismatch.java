package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.Spelling;
import io.kubilitics.graph.facts.ClaimFacts;
import io.kubilitics.graph.facts.ClaimWish;
import io.kubilitics.graph.facts.VolumeFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Volumes.Misfit;
import io.kubilitics.reasoning.cause.Volumes.Tried;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;

/** A claim waits for a volume made by hand, and the one that comes nearest does not suit it, in one way or another. */
enum ClaimMismatch implements Cause {
    CLASS("pvc-storage-class-mismatch", Misfit.CLASS, "is of another storage class"),
    SELECTOR("pvc-selector-mismatch", Misfit.SELECTOR, "has not the labels that it selects"),
    MODES("pvc-access-mode-mismatch", Misfit.MODES, "cannot be used in the way it asks for"),
    SIZE("pvc-capacity-mismatch", Misfit.SIZE, "is smaller than it asks for"),
    TAKEN("pv-binding-occupied", Misfit.TAKEN, "is kept for another claim");

    private final String id;
    private final Misfit misfit;
    private final String outcome;

    ClaimMismatch(String id, Misfit misfit, String outcome) {
        this.id = id;
        this.misfit = misfit;
        this.outcome = outcome;
    }

    @Override
    public About about() {
        return About.of(id, "pvc-unbound", Ailment.CLAIM_PENDING, Ailment.UNSCHEDULED)
                .means("A claim waits for a volume, and the one that comes nearest %s.".formatted(outcome))
                .confirmedBy("nobody makes volumes for it, and this is what keeps it from the volume")
                .refutedBy("its storage class makes volumes itself, or something else keeps it from them")
                .cure("let the claim and the volume agree; a claim has to be made anew for that");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        for (ResourceRef claim : Volumes.claims(symptom, inquiry)) {
            Optional<ClaimFacts> facts = Volumes.unbound(claim, inquiry);
            if (facts.isPresent() && Volumes.byHand(facts.get().wish(), inquiry)) {
                Optional<Tried> nearest = Volumes.nearest(Volumes.tried(claim, facts.get(), inquiry));
                if (nearest.filter(this::fits).isPresent()) {
                    return confirmed(claim, facts.get().wish(), nearest.get(), inquiry);
                }
            }
        }
        return inquiry.unavailable().isEmpty()
                ? new Ruling.Refuted("this is not what keeps a claim from a volume")
                : new Ruling.Open("not all volumes and classes can be seen", inquiry.unavailable());
    }

    private boolean fits(Tried nearest) {
        return nearest.misfits().stream()
                .min(Misfit::compareTo)
                .filter(misfit::equals)
                .isPresent();
    }

    private Ruling confirmed(ResourceRef claim, ClaimWish wish, Tried nearest, Inquiry inquiry) {
        boolean sure = nearest.only(misfit) && inquiry.complete(Kind.VOLUME, "");
        ResourceRef volume = nearest.volume().ref();
        return Ruling.confirmed(
                        former(claim, nearest) ? volume : Volumes.user(claim, inquiry),
                        sure ? Confidence.PROVEN : Confidence.LIKELY,
                        "%s gets no volume: %s %s".formatted(claim, volume, outcome))
                .claim(Claim.of(detail(wish, (VolumeFacts) nearest.volume().facts()), new Probe.OfObject(volume)))
                .claim(Claim.of("%s is not bound".formatted(claim), new Probe.OfObject(claim)))
                .advice(
                        misfit == Misfit.TAKEN
                                ? "make another volume, or free %s if nobody needs what is on it".formatted(volume)
                                : "make a volume that suits %s, or make the claim anew so that it suits %s"
                                        .formatted(claim, volume))
                .harmful("deleting the volume: what is on it may be lost");
    }

    /** Whether it is kept for a claim of the same name that is gone: then nothing is wrong with the claim or its user. */
    private boolean former(ResourceRef claim, Tried nearest) {
        return misfit == Misfit.TAKEN
                && nearest.volume().facts() instanceof VolumeFacts volume
                && volume.claim().filter(claim::equals).isPresent();
    }

    private String detail(ClaimWish wish, VolumeFacts volume) {
        return switch (misfit) {
            case CLASS ->
                "the claim asks for class '%s', the volume is of class '%s'"
                        .formatted(wish.storageClass().orElse("the default one"), volume.storageClass());
            case SELECTOR -> "the claim selects volumes by labels that this one has not";
            case MODES ->
                "the claim asks for %s, the volume offers %s"
                        .formatted(Spelling.sorted(wish.modes()), Spelling.sorted(volume.modes()));
            case SIZE -> "the claim asks for %s bytes, the volume has %s".formatted(wish.size(), volume.size());
            case TAKEN ->
                "the volume is kept for %s"
                        .formatted(volume.claim().map(ResourceRef::toString).orElse("nobody"));
        };
    }
}
