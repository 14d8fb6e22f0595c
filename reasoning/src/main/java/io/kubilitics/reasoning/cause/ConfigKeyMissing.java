package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.Spelling;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.ContainerState;
import io.kubilitics.graph.facts.KeyUse;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container reads a key that its ConfigMap or Secret does not have. */
final class ConfigKeyMissing implements Cause {

    @Override
    public About about() {
        return About.of(
                        "config-key-missing",
                        "config-key-missing",
                        Ailment.CONTAINER_NOT_CREATED,
                        Ailment.VOLUME_NOT_MOUNTED,
                        Ailment.NOT_STARTING)
                .means("A container reads a key that its ConfigMap or Secret does not have.")
                .confirmedBy("the ConfigMap or Secret is there, and the key is not among its keys")
                .refutedBy("every key that the container needs is there")
                .cure("put the key back; where it was misspelt, correct the reference");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (inquiry.object(symptom.subject()).isEmpty()) {
            return new Ruling.Open("the container's specification cannot be seen", inquiry.unavailable());
        }
        for (Need need : Need.of(symptom, inquiry)) {
            Optional<ConfigFacts> config = inquiry.facts(need.source(), ConfigFacts.class);
            Optional<String> missing = config.flatMap(facts -> need.keys().stream()
                    .filter(key -> !facts.keys().contains(key))
                    .sorted()
                    .findFirst());
            if (missing.isPresent()) {
                return missing(symptom, inquiry, need, missing.get(), config.get());
            }
        }
        return inquiry.unavailable().isEmpty()
                ? new Ruling.Refuted("every key that the container needs is there")
                : new Ruling.Open("not all of its configuration can be seen", inquiry.unavailable());
    }

    private static Ruling missing(Symptom symptom, Inquiry inquiry, Need need, String key, ConfigFacts config) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        // However long ago: whoever begins anew needs it only now.
        Optional<Edited> lost = inquiry.changes(need.source())
                .edits()
                .filter(change -> lost(change, key))
                .reduce((_, later) -> later);
        Optional<String> meant = lost.isPresent() || once(need.source(), key, inquiry)
                ? Optional.empty()
                : Spelling.nearest(key, config.keys());
        boolean referrer = meant.isPresent()
                || (lost.isEmpty() && !once(need.source(), key, inquiry) && asksAnew(workload, symptom, inquiry));
        Ruling.Confirmed ruling = Ruling.confirmed(
                        // Misspelt, the one who refers is at fault; otherwise the key is what has to come.
                        referrer ? workload : need.source(),
                        Confidence.PROVEN,
                        "%s cannot start: %s has no key '%s'%s".formatted(workload, need.source(), key, guess(meant)))
                .claim(Claim.of(
                        "%s has no key '%s'; it has: %s".formatted(need.source(), key, Spelling.sorted(config.keys())),
                        new Probe.OfObject(need.source())))
                .claim(Claim.of(
                        "%s needs that key for %s before it can start".formatted(symptom.subject(), need.purpose()),
                        new Probe.OfObject(symptom.subject())))
                .remedy(meant.flatMap(right -> need.variable().flatMap(use -> remedy(symptom, inquiry, use, right)))
                        .or(() -> lost.flatMap(change -> putBack(change, key))))
                .advice(meant.isPresent() ? "" : "put key '%s' back into %s".formatted(key, need.source()))
                .harmful("restarting or scaling: the new pods need the same key");
        return Recent.tell(ruling, lost);
    }

    /** Whether what it reads was changed of late, and nothing else: then it asks for what never was there. */
    private static boolean asksAnew(ResourceRef workload, Symptom symptom, Inquiry inquiry) {
        return Recent.change(
                        workload,
                        symptom,
                        inquiry,
                        edit -> edit.topic() == Topic.VOLUME || edit.topic() == Topic.ENVIRONMENT)
                .isPresent();
    }

    /** A pod that needs the same key has begun: then the key was there. */
    private static boolean once(ResourceRef source, String key, Inquiry inquiry) {
        return inquiry.from(source, Relation.Type.READS).stream()
                .flatMap(ref -> inquiry.facts(ref, PodFacts.class).stream())
                .filter(pod -> pod.template().containers().stream()
                        .flatMap(container -> container.reads().stream())
                        .anyMatch(
                                use -> use.source().equals(source) && use.key().equals(key)))
                .anyMatch(pod ->
                        pod.statuses().stream().anyMatch(status -> status.now() instanceof ContainerState.Running));
    }

    private static boolean lost(Edited change, String key) {
        return change.topic() == Topic.KEY
                && change.to().isEmpty()
                && change.edit().place().steps().getLast().equals(key);
    }

    private static String guess(Optional<String> meant) {
        return meant.map(key -> "; '" + key + "' was probably meant").orElse("");
    }

    private static Optional<Action> remedy(Symptom symptom, Inquiry inquiry, KeyUse use, String key) {
        Map<String, Object> variable = Map.of(
                "name",
                use.as(),
                "valueFrom",
                Map.of(reference(use), Map.of("name", use.source().name(), "key", key)));
        return Patches.ofContainer(
                inquiry.topOwner(symptom.subject()),
                symptom,
                inquiry,
                "env",
                List.of(variable),
                "let container %s read the key '%s', which is there, instead of '%s', which is not"
                        .formatted(symptom.part(), key, use.key()));
    }

    /** Only of a ConfigMap is it known what the key held. */
    private static Optional<Action> putBack(Edited lost, String key) {
        return lost.from()
                .filter(_ -> lost.ref().kind().equals(Kind.CONFIG_MAP) && !Recent.hidden(lost))
                .map(value -> new Action.Patch(
                        lost.ref(),
                        new Fields(Map.of("data", Map.of(key, value))),
                        "put key '%s' back, as it was before the change".formatted(key)));
    }

    private static String reference(KeyUse use) {
        return use.source().kind().equals(Kind.SECRET) ? "secretKeyRef" : "configMapKeyRef";
    }
}
