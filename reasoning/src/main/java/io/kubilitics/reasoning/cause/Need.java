package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.Environment.Whole;
import io.kubilitics.graph.facts.KeyUse;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.VolumeUse;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A ConfigMap or Secret, and the keys of it, that must be there before a pod can start.
 *
 * @param keys those that must be there; none means whichever there are
 * @param purpose {@code variable URL}, {@code volume settings}
 * @param variable whether it is one variable of a container, by its own reference
 */
record Need(ResourceRef source, Set<String> keys, String purpose, Optional<KeyUse> variable) {

    /** What the symptom's container needs; what all containers need when it speaks of the pod as a whole. */
    static List<Need> of(Symptom symptom, Inquiry inquiry) {
        Optional<PodTemplate> template =
                inquiry.object(symptom.subject()).map(Resource::facts).flatMap(PodTemplate::of);
        return template.map(pod -> of(pod, symptom.part())).orElse(List.of());
    }

    private static List<Need> of(PodTemplate template, String container) {
        List<Need> needs = new ArrayList<>();
        template.containers().stream()
                .filter(spec -> container.isEmpty() || spec.name().equals(container))
                .flatMap(Need::of)
                .forEach(needs::add);
        if (container.isEmpty()) {
            template.volumes().stream()
                    .filter(volume -> !volume.optional())
                    .flatMap(volume -> of(volume).stream())
                    .forEach(needs::add);
        }
        return needs;
    }

    private static Stream<Need> of(ContainerSpec container) {
        Stream<Need> keys = container.environment().reads().stream()
                .filter(use -> !use.optional())
                .map(use -> new Need(use.source(), Set.of(use.key()), "variable " + use.as(), Optional.of(use)));
        Stream<Need> whole = container.environment().whole().stream()
                .filter(all -> !all.optional())
                .map((Whole all) -> new Need(all.source(), Set.of(), "all its variables", Optional.empty()));
        return Stream.concat(keys, whole);
    }

    private static Optional<Need> of(VolumeUse volume) {
        return volume.source()
                .filter(source ->
                        source.kind().equals(Kind.SECRET) || source.kind().equals(Kind.CONFIG_MAP))
                .map(source -> new Need(source, volume.keys(), "volume " + volume.name(), Optional.empty()));
    }
}
