package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Optional;

/**
 * A pod: what it was asked to run and how that goes.
 *
 * @param reason why it is in its phase, such as {@code Evicted}
 * @param node empty until it is scheduled
 * @param nominated the node on which room is being made for it
 * @param gates what must be lifted before it may be scheduled
 */
public record PodFacts(
        String phase,
        String reason,
        String message,
        String node,
        String nominated,
        int priority,
        List<String> gates,
        PodTemplate template,
        List<ContainerStatus> statuses,
        List<Condition> conditions)
        implements Facts {

    public PodFacts {
        gates = List.copyOf(gates);
        statuses = List.copyOf(statuses);
        conditions = List.copyOf(conditions);
    }

    public Optional<Condition> condition(String type) {
        return conditions.stream().filter(condition -> condition.is(type)).findFirst();
    }

    public boolean ready() {
        return condition("Ready").map(Condition::holds).orElse(false);
    }

    public boolean finished() {
        return phase.equals("Succeeded");
    }

    public boolean failed() {
        return phase.equals("Failed");
    }

    public Optional<ContainerStatus> status(String container) {
        return statuses.stream()
                .filter(status -> status.name().equals(container))
                .findFirst();
    }
}
