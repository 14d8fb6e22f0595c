package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.List;
import java.util.Set;

/** A route of the Gateway API. */
public record RouteFacts(Set<String> hosts, List<Parent> parents, List<Backend> backends) implements Facts {

    public RouteFacts {
        hosts = Set.copyOf(hosts);
        parents = List.copyOf(parents);
        backends = List.copyOf(backends);
    }

    /**
     * Where it wants to be attached, and what came of that.
     *
     * @param listener empty for all of the Gateway's
     */
    public record Parent(ResourceRef gateway, String listener, List<Condition> conditions) {
        public Parent {
            conditions = List.copyOf(conditions);
        }
    }
}
