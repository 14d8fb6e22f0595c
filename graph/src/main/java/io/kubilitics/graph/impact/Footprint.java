package io.kubilitics.graph.impact;

import io.kubilitics.graph.ResourceRef;
import java.util.List;

/** What a change of the target would touch, the target first. */
public record Footprint(ResourceRef target, List<Effect> effects) {
    public Footprint {
        effects = List.copyOf(effects);
    }
}
