package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Optional;

/**
 * A pod: what it was asked to run and how that goes.
 *
 * @param node empty until it is scheduled
 */
public record PodFacts(
        String phase, String node, PodTemplate template, List<ContainerStatus> statuses, List<Condition> conditions)
        implements Facts {
    public PodFacts {
        statuses = List.copyOf(statuses);
        conditions = List.copyOf(conditions);
    }

    public Optional<Condition> condition(String type) {
        return conditions.stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    public boolean ready() {
        return condition("Ready").map(Condition::holds).orElse(false);
    }

    public boolean finished() {
        return phase.equals("Succeeded");
    }

    public Optional<ContainerStatus> status(String container) {
        return statuses.stream()
                .filter(status -> status.name().equals(container))
                .findFirst();
    }
}
