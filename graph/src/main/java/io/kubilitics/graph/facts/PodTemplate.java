package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Optional;

/** What a workload makes its pods from. */
public record PodTemplate(List<ContainerSpec> containers) {
    public PodTemplate {
        containers = List.copyOf(containers);
    }

    public Optional<ContainerSpec> container(String name) {
        return containers.stream()
                .filter(container -> container.name().equals(name))
                .findFirst();
    }
}
