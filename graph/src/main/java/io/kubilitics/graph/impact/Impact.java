package io.kubilitics.graph.impact;

import io.kubilitics.graph.ResourceRef;
import java.util.List;

/** What a change of the target would touch, the target first. */
public record Impact(ResourceRef target, List<Effect> effects) {
    public Impact {
        effects = List.copyOf(effects);
    }
}
