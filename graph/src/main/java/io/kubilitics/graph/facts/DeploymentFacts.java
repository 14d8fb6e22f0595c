package io.kubilitics.graph.facts;

import java.util.List;

/**
 * A Deployment.
 *
 * @param observed whether its controller has seen the present specification
 */
public record DeploymentFacts(
        int desired, int updated, int available, boolean observed, PodTemplate template, List<Condition> conditions)
        implements Facts {
    public DeploymentFacts {
        conditions = List.copyOf(conditions);
    }

    /** Every replica that was asked for is there, of the present template, and available. */
    public boolean complete() {
        return observed && updated >= desired && available >= desired;
    }
}
