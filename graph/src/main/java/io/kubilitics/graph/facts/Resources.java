package io.kubilitics.graph.facts;

import java.util.Map;

/** What a container is promised and what it may use at most, by resource: {@code cpu}, {@code memory} … */
public record Resources(Map<String, Amount> requests, Map<String, Amount> limits) {
    public Resources {
        requests = Map.copyOf(requests);
        limits = Map.copyOf(limits);
    }
}
