package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Map;

/**
 * A node: whether it takes pods, what there is room for, and its conditions.
 *
 * @param unschedulable whether somebody said that it takes no new pods
 * @param room what pods may use of it, by resource
 */
public record NodeFacts(
        boolean unschedulable,
        List<Taint> taints,
        Map<String, Amount> capacity,
        Map<String, Amount> room,
        Map<String, String> versions,
        List<Condition> conditions)
        implements Facts {

    public NodeFacts {
        taints = List.copyOf(taints);
        capacity = Map.copyOf(capacity);
        room = Map.copyOf(room);
        versions = Map.copyOf(versions);
        conditions = List.copyOf(conditions);
    }

    public boolean ready() {
        return conditions.stream().anyMatch(condition -> condition.is("Ready") && condition.holds());
    }
}
