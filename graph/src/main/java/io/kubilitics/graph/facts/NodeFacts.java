package io.kubilitics.graph.facts;

import java.util.List;

/** A node: whether it takes pods, and its conditions. */
public record NodeFacts(boolean unschedulable, List<Condition> conditions) implements Facts {
    public NodeFacts {
        conditions = List.copyOf(conditions);
    }

    public boolean ready() {
        return conditions.stream().anyMatch(condition -> condition.type().equals("Ready") && condition.holds());
    }
}
