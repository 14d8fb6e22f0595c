package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.KeyUse;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container reads a key that its ConfigMap or Secret does not have. */
final class ConfigKeyMissing implements Cause {

    @Override
    public About about() {
        return About.of("config-key-missing", "config-key-missing", Ailment.CONTAINER_NOT_CREATED)
                .means("A container reads a key that its ConfigMap or Secret does not have.")
                .confirmedBy("the ConfigMap or Secret is there, and the key is not among its keys")
                .refutedBy("every key that the container needs is there")
                .cure("put the key back; where it was misspelt, correct the reference");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<ContainerSpec> container = Containers.spec(symptom, inquiry);
        if (container.isEmpty()) {
            return new Ruling.Open("the container's specification cannot be seen", inquiry.unavailable());
        }
        for (KeyUse use : container.get().reads()) {
            Optional<Resource> source = use.optional() ? Optional.empty() : inquiry.object(use.source());
            if (source.isPresent()
                    && source.get().facts() instanceof ConfigFacts config
                    && !config.keys().contains(use.key())) {
                return missing(symptom, inquiry, use, config);
            }
        }
        return inquiry.unavailable().isEmpty()
                ? new Ruling.Refuted("every key that the container needs is there")
                : new Ruling.Open("not all of its configuration can be seen", inquiry.unavailable());
    }

    private static Ruling missing(Symptom symptom, Inquiry inquiry, KeyUse use, ConfigFacts config) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Optional<String> meant = Spelling.nearest(use.key(), config.keys());
        Claim absent = Claim.of(
                "%s has no key '%s'; it has: %s".formatted(use.source(), use.key(), Spelling.sorted(config.keys())),
                new Probe.OfObject(use.source()));
        Claim needed = Claim.of(
                "container %s needs that key for %s before it can start".formatted(symptom.part(), use.as()),
                new Probe.OfObject(symptom.subject()));
        // Misspelt, the one who refers is at fault; otherwise the key is what has to come.
        return Ruling.confirmed(
                        meant.isPresent() ? workload : use.source(),
                        Confidence.PROVEN,
                        "Container %s cannot start: %s has no key '%s'%s"
                                .formatted(
                                        symptom.part(),
                                        use.source(),
                                        use.key(),
                                        meant.map(key -> "; '" + key + "' was probably meant")
                                                .orElse("")))
                .claim(absent)
                .claim(needed)
                // The environment of a pod that nobody made from a template can never be changed.
                .remedy(meant.filter(_ -> !workload.equals(symptom.subject()))
                        .map(key -> remedy(workload, symptom.part(), use, key)))
                .advice(meant.isPresent() ? "" : "put key '%s' back into %s".formatted(use.key(), use.source()))
                .harmful("restarting or scaling: the new pods need the same key");
    }

    private static Action remedy(ResourceRef workload, String container, KeyUse use, String key) {
        Map<String, Object> variable = Map.of(
                "name",
                use.as(),
                "valueFrom",
                Map.of(reference(use), Map.of("name", use.source().name(), "key", key)));
        return new Action.Patch(
                workload,
                Fields.ofContainer(container, "env", List.of(variable)),
                "let container %s read the key '%s', which is there, instead of '%s', which is not"
                        .formatted(container, key, use.key()));
    }

    private static String reference(KeyUse use) {
        return use.source().kind().name().equals("Secret") ? "secretKeyRef" : "configMapKeyRef";
    }
}
