package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.KeyUse;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;

/** A container reads a ConfigMap or Secret that does not exist. */
final class ConfigObjectMissing implements Cause {

    @Override
    public About about() {
        return About.of("config-object-missing", "config-key-missing", Ailment.CONTAINER_NOT_CREATED)
                .means("A container reads a ConfigMap or Secret that does not exist.")
                .confirmedBy("all objects of its kind in the namespace are known, and it is not among them")
                .refutedBy("everything that the container reads exists")
                .cure("create it again");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<KeyUse> missing =
                Containers.spec(symptom, inquiry).map(ContainerSpec::reads).orElse(List.of()).stream()
                        .filter(use -> !use.optional())
                        .filter(use -> inquiry.missing(use.source()))
                        .findFirst();
        if (missing.isPresent()) {
            return confirmed(symptom, missing.get());
        }
        return inquiry.unavailable().isEmpty()
                ? new Ruling.Refuted("everything that the container reads exists")
                : new Ruling.Open("not all of its configuration can be seen", inquiry.unavailable());
    }

    private static Ruling confirmed(Symptom symptom, KeyUse use) {
        boolean secret = use.source().kind().equals(Kind.SECRET);
        return Ruling.confirmed(
                        use.source(),
                        Confidence.PROVEN,
                        "Container %s cannot start: %s does not exist".formatted(symptom.part(), use.source()))
                .claim(Claim.of("%s does not exist".formatted(use.source()), new Probe.OfObject(use.source())))
                .claim(Claim.of(
                        "container %s reads its key '%s'".formatted(symptom.part(), use.key()),
                        new Probe.OfObject(symptom.subject())))
                .advice("create %s again, with the keys that are read".formatted(use.source()))
                .harmful(
                        secret
                                ? "creating an empty Secret: the container would start with wrong credentials"
                                : "restarting or scaling: the new pods need the same ConfigMap");
    }
}
