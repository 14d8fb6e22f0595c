package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.List;

/** A Gateway. */
public record GatewayFacts(
        String className, List<Listener> listeners, List<String> reachedAt, List<Condition> conditions)
        implements Facts {

    public GatewayFacts {
        listeners = List.copyOf(listeners);
        reachedAt = List.copyOf(reachedAt);
        conditions = List.copyOf(conditions);
    }

    /**
     * What it listens on.
     *
     * @param from the namespaces whose routes may attach: {@code Same}, {@code All} or {@code Selector}
     */
    public record Listener(
            String name,
            int port,
            String protocol,
            String host,
            String from,
            List<ResourceRef> certificates,
            List<Condition> conditions) {
        public Listener {
            certificates = List.copyOf(certificates);
            conditions = List.copyOf(conditions);
        }
    }
}
