package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workload makes its pods from.
 *
 * @param containers all of them, each with its role: those that start first stand first
 */
public record PodTemplate(
        Map<String, String> labels,
        List<ContainerSpec> containers,
        List<VolumeUse> volumes,
        Placement placement,
        PodSettings settings) {

    public PodTemplate {
        labels = Map.copyOf(labels);
        containers = List.copyOf(containers);
        volumes = List.copyOf(volumes);
    }

    public Optional<ContainerSpec> container(String name) {
        return containers.stream()
                .filter(container -> container.name().equals(name))
                .findFirst();
    }
}
