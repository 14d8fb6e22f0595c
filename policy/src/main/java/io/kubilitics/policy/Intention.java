package io.kubilitics.policy;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.impact.Footprint;
import java.util.List;

/**
 * One change that somebody wants to make, as it was simulated.
 *
 * @param changes what the API server says would differ afterwards
 * @param impact what it would touch
 */
public record Intention(ResourceRef target, List<Alteration> changes, Footprint impact) {
    public Intention {
        changes = List.copyOf(changes);
    }
}
