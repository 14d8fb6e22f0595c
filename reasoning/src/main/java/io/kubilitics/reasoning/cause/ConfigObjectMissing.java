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
import java.util.Set;

/** A container reads a ConfigMap or Secret that does not exist. */
final class ConfigObjectMissing implements Cause {

    @Override
    public String id() {
        return "config-object-missing";
    }

    @Override
    public String category() {
        return "config-key-missing";
    }

    @Override
    public Set<Ailment> explains() {
        return Set.of(Ailment.CONTAINER_NOT_CREATED);
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
        return new Ruling.Confirmed(
                use.source(),
                Confidence.PROVEN,
                "Container %s cannot start: %s does not exist".formatted(symptom.part(), use.source()),
                List.of(
                        Claim.of("%s does not exist".formatted(use.source()), new Probe.OfObject(use.source())),
                        Claim.of(
                                "container %s reads its key '%s'".formatted(symptom.part(), use.key()),
                                new Probe.OfObject(symptom.subject()))),
                Optional.empty(),
                secret
                        ? List.of("creating an empty Secret: the container would start with wrong credentials")
                        : List.of("restarting or scaling: the new pods need the same ConfigMap"));
    }
}
