package io.kubilitics.graph.facts;

import java.util.Set;

/** A ConfigMap or a Secret: its keys, never its values. */
public record ConfigFacts(Set<String> keys) implements Facts {
    public ConfigFacts {
        keys = Set.copyOf(keys);
    }
}
