package io.kubilitics.policy;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.impact.Impact;
import java.util.List;

/**
 * One change that somebody wants to make, as it was simulated.
 *
 * @param changes what the API server says would differ afterwards
 * @param impact what it would touch
 */
public record Intention(ResourceRef target, List<Alteration> changes, Impact impact) {
    public Intention {
        changes = List.copyOf(changes);
    }
}
