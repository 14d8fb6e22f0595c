package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;

/** A pod reads a ConfigMap or Secret that does not exist. */
record ConfigObjectMissing(Kind kind) implements Cause {

    @Override
    public About about() {
        boolean secret = kind.equals(Kind.SECRET);
        return About.of(
                        secret ? "missing-secret-binding" : "config-object-missing",
                        secret ? "secret-missing" : "config-key-missing",
                        Ailment.CONTAINER_NOT_CREATED,
                        Ailment.VOLUME_NOT_MOUNTED,
                        Ailment.NOT_STARTING)
                .means("A pod reads a %s that does not exist.".formatted(kind.name()))
                .confirmedBy("all objects of its kind in the namespace are known, and it is not among them")
                .refutedBy("everything that the pod reads exists")
                .cure("create it again; where the name was misspelt, correct the reference");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        List<Need> needs = Need.of(symptom, inquiry);
        Optional<Need> missing = needs.stream()
                .filter(need -> need.source().kind().equals(kind))
                .filter(need -> inquiry.missing(need.source()))
                .findFirst();
        if (missing.isPresent()) {
            return confirmed(symptom, inquiry, missing.get());
        }
        return inquiry.unavailable().isEmpty()
                ? new Ruling.Refuted("every %s that it reads exists".formatted(kind.name()))
                : new Ruling.Open("not all of its configuration can be seen", inquiry.unavailable());
    }

    private Ruling confirmed(Symptom symptom, Inquiry inquiry, Need need) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Relation.Type type = need.purpose().startsWith("volume") ? Relation.Type.MOUNTS : Relation.Type.READS;
        Absence absence = Absence.of(need.source(), workload, type, inquiry);
        Optional<Origin> origin = Origin.ofWritten(need.source(), inquiry);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        origin.map(Origin::fault).orElse(absence.fault()),
                        Confidence.PROVEN,
                        "%s cannot start: %s does not exist%s".formatted(workload, need.source(), absence.guess()))
                .claim(absence.claim())
                .claim(Claim.of(
                        "%s needs it for %s".formatted(symptom.subject(), need.purpose()),
                        new Probe.OfObject(symptom.subject())))
                .advice(origin.map(it -> "mend %s: then %s is written by itself".formatted(it.fault(), need.source()))
                        .orElse(absence.advice()))
                .harmful(
                        kind.equals(Kind.SECRET)
                                ? "creating an empty Secret: the container would start with wrong credentials"
                                : "restarting or scaling: the new pods need the same ConfigMap");
        return origin.map(it -> ruling.claim(Claim.of(it.words(), new Probe.OfHealth(it.fault()))))
                .orElse(ruling);
    }
}
