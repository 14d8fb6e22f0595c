package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;
import java.util.List;
import java.util.Optional;

/**
 * A Deployment.
 *
 * @param ready of any revision
 * @param observed whether its controller has seen the present specification
 * @param strategy {@code RollingUpdate} or {@code Recreate}, with its bounds as they are written
 */
public record DeploymentFacts(
        int desired,
        int updated,
        int available,
        int ready,
        boolean observed,
        boolean paused,
        String strategy,
        int deadlineSeconds,
        Selector selector,
        PodTemplate template,
        List<Condition> conditions)
        implements Facts {

    public DeploymentFacts {
        conditions = List.copyOf(conditions);
    }

    /** Every replica that was asked for is there, of the present template, and available. */
    public boolean complete() {
        return observed && updated >= desired && available >= desired;
    }

    public Optional<Condition> condition(String type) {
        return conditions.stream().filter(condition -> condition.is(type)).findFirst();
    }
}
