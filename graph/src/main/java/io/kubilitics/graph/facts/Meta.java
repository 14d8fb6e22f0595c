package io.kubilitics.graph.facts;

import java.time.Instant;
import java.util.Map;

/**
 * What every object carries.
 *
 * @param changed when its fields were last written, as far as the object tells
 * @param deleting whether its deletion was asked for
 */
public record Meta(
        String uid,
        String resourceVersion,
        Instant created,
        Instant changed,
        boolean deleting,
        Map<String, String> labels) {
    public Meta {
        labels = Map.copyOf(labels);
    }
}
