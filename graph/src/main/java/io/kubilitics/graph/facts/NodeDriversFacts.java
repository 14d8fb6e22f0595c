package io.kubilitics.graph.facts;

import java.util.Map;

/**
 * The CSI drivers on a node.
 *
 * @param room how many volumes each can take; 0 when it does not say
 */
public record NodeDriversFacts(Map<String, Integer> room) implements Background {
    public NodeDriversFacts {
        room = Map.copyOf(room);
    }
}
