package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.KeyUse;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.world.Relation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a pod is made from, and what it needs. */
final class Templates {

    private Templates() {}

    static PodTemplate template(String namespace, PodSpec spec) {
        return new PodTemplate(spec.getContainers().stream()
                .map(container -> container(namespace, container))
                .toList());
    }

    /** What its containers read. */
    static Stream<Relation> reads(ResourceRef reader, PodTemplate template) {
        return template.containers().stream()
                .flatMap(container -> container.reads().stream())
                .map(use -> new Relation(Relation.Type.READS, reader, use.source()));
    }

    private static ContainerSpec container(String namespace, Container container) {
        return new ContainerSpec(
                container.getName(),
                Reading.text(container.getImage()),
                Stream.concat(Reading.list(container.getCommand()).stream(), Reading.list(container.getArgs()).stream())
                        .toList(),
                memoryLimit(container),
                Reading.list(container.getEnv()).stream()
                        .flatMap(variable -> keyUse(namespace, variable).stream())
                        .toList());
    }

    private static OptionalLong memoryLimit(Container container) {
        return Optional.ofNullable(container.getResources())
                .map(ResourceRequirements::getLimits)
                .map((Map<String, Quantity> limits) -> limits.get("memory"))
                .map(limit -> OptionalLong.of(Quantity.getAmountInBytes(limit).longValue()))
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<KeyUse> keyUse(String namespace, EnvVar variable) {
        return Optional.ofNullable(variable.getValueFrom()).flatMap(source -> {
            var map = source.getConfigMapKeyRef();
            if (map != null && !Reading.text(map.getName()).isEmpty()) {
                ResourceRef from = ResourceRef.of(Kind.CONFIG_MAP, namespace, map.getName());
                return Optional.of(new KeyUse(from, map.getKey(), variable.getName(), Reading.yes(map.getOptional())));
            }
            var secret = source.getSecretKeyRef();
            if (secret != null && !Reading.text(secret.getName()).isEmpty()) {
                ResourceRef from = ResourceRef.of(Kind.SECRET, namespace, secret.getName());
                return Optional.of(
                        new KeyUse(from, secret.getKey(), variable.getName(), Reading.yes(secret.getOptional())));
            }
            return Optional.empty();
        });
    }
}
