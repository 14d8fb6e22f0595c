package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;
import java.util.Map;
import java.util.Set;

/**
 * A demand on nodes.
 *
 * @param names the only nodes meant; none means any
 * @param compares whether it also compares numbers or excludes nodes by name, which is left out here: then it may hold less often than it
 *     seems
 */
public record NodeTerm(Selector labels, Set<String> names, boolean compares) {
    public NodeTerm {
        names = Set.copyOf(names);
    }

    public boolean mayHold(String node, Map<String, String> nodeLabels) {
        return (names.isEmpty() || names.contains(node)) && labels.matches(nodeLabels);
    }
}
