package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Map;

/** A LimitRange: what a container, pod or claim may ask for, and gets when it asks for nothing. */
public record LimitRangeFacts(List<Limit> limits) implements Background {

    public LimitRangeFacts {
        limits = List.copyOf(limits);
    }

    /**
     * The bounds for one type of thing.
     *
     * @param type {@code Container}, {@code Pod} or {@code PersistentVolumeClaim}
     */
    public record Limit(
            String type,
            Map<String, Amount> least,
            Map<String, Amount> most,
            Resources given,
            Map<String, Amount> ratio) {
        public Limit {
            least = Map.copyOf(least);
            most = Map.copyOf(most);
            ratio = Map.copyOf(ratio);
        }
    }
}
