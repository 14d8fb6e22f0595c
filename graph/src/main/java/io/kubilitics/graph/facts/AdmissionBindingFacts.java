package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;
import java.util.Set;

/** Puts an admission policy in force, somewhere. */
public record AdmissionBindingFacts(String policy, Set<String> actions, Selector namespaces) implements Background {
    public AdmissionBindingFacts {
        actions = Set.copyOf(actions);
    }
}
