package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.Spelling;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;

/** A pod waits for a claim that does not exist. */
final class ClaimMissing implements Cause {

    @Override
    public About about() {
        return About.of("claim-missing", "pvc-unbound", Ailment.UNSCHEDULED)
                .means("A pod waits for a PersistentVolumeClaim that does not exist.")
                .confirmedBy("all claims of the namespace are known, and it is not among them")
                .refutedBy("every claim of the pod exists")
                .cure("create the claim, or name one that exists");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<ResourceRef> missing = Volumes.claims(symptom, inquiry).stream()
                .filter(claim -> Volumes.missing(claim, symptom, inquiry))
                .findFirst();
        if (missing.isEmpty()) {
            return inquiry.unavailable().isEmpty()
                    ? new Ruling.Refuted("every claim of the pod exists")
                    : new Ruling.Open("not all claims can be seen", inquiry.unavailable());
        }
        ResourceRef claim = missing.get();
        List<String> others = inquiry.all(Kind.CLAIM, claim.namespace()).stream()
                .map(other -> other.ref().name())
                .toList();
        Optional<String> near = Spelling.nearest(claim.name(), others);
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        // It may only follow from whatever kept it from being made, so it is never the surest.
        return Ruling.confirmed(
                        near.isPresent() ? workload : claim,
                        inquiry.missing(claim) ? Confidence.STRONG : Confidence.LIKELY,
                        "%s finds no node: %s does not exist".formatted(workload, claim))
                .claim(Claim.of("%s does not exist".formatted(claim), new Probe.OfObject(claim)))
                .advice(near.map(name -> "let %s use '%s', which exists".formatted(workload, name))
                        .orElse("create %s".formatted(claim)))
                .harmful("restarting the pods: they need the same claim");
    }
}
