package io.kubilitics.graph.facts;

import java.util.List;

/**
 * A namespace.
 *
 * @param conditions why its deletion does not end, when it does not
 */
public record NamespaceFacts(boolean terminating, List<Condition> conditions) implements Background {
    public NamespaceFacts {
        conditions = List.copyOf(conditions);
    }
}
