package io.kubilitics.graph.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields to set, as a strategic merge patch: the form that {@code kubectl patch} takes, in which entries of a list are found
 * by their name and so stay right when the list was reordered.
 */
public record Fields(Map<String, Object> tree) {

    public Fields {
        if (tree.isEmpty()) {
            throw new IllegalArgumentException("a patch must change something");
        }
        // A null takes a field away, and copies of the usual kind hold none.
        tree = Collections.unmodifiableMap(new LinkedHashMap<>(tree));
    }

    /** A field of one container of a workload's pod template. */
    public static Fields ofContainer(String container, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>();
        changed.put("name", container);
        changed.put(field, value);
        return new Fields(Map.of(
                "spec", Map.of("template", Map.of("spec", Map.of("containers", List.of(Map.copyOf(changed)))))));
    }
}
