package io.kubilitics.graph.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kubectl patch} does by default: fields are set one by one, null takes one away, entries of some lists are found by a
 * key; any other list is replaced whole.
 */
final class StrategicMerge {

    private static final String DIRECTIVE = "$patch";

    /** By which of their fields the entries of a list are told apart; the first that an entry has. */
    private static final Map<String, Set<String>> KEYS = Map.ofEntries(
            Map.entry("containers", Set.of("name")),
            Map.entry("initContainers", Set.of("name")),
            Map.entry("ephemeralContainers", Set.of("name")),
            Map.entry("volumes", Set.of("name")),
            Map.entry("env", Set.of("name")),
            Map.entry("imagePullSecrets", Set.of("name")),
            Map.entry("secrets", Set.of("name")),
            Map.entry("resourceClaims", Set.of("name")),
            Map.entry("ports", Set.of("containerPort", "port")),
            Map.entry("volumeMounts", Set.of("mountPath")),
            Map.entry("volumeDevices", Set.of("devicePath")),
            Map.entry("hostAliases", Set.of("ip")),
            Map.entry("topologySpreadConstraints", Set.of("topologyKey")),
            Map.entry("taints", Set.of("key")),
            Map.entry("conditions", Set.of("type")),
            Map.entry("ownerReferences", Set.of("uid")));

    private StrategicMerge() {}

    /** Changes the target. */
    static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.startsWith("$")) {
                throw new IllegalArgumentException("a patch with " + name + " there is not understood");
            }
            if (value.isNull()) {
                target.remove(name);
            } else if (value.isObject()) {
                merge(target.get(name) instanceof ObjectNode known ? known : target.putObject(name), value);
            } else if (value.isArray() && KEYS.containsKey(name) && target.get(name) instanceof ArrayNode known) {
                mergeList(known, value, KEYS.getOrDefault(name, Set.of()));
            } else {
                target.set(name, value.deepCopy());
            }
        });
    }

    private static void mergeList(ArrayNode known, JsonNode entries, Set<String> keys) {
        for (JsonNode entry : entries) {
            String key = keys.stream().filter(entry::has).findFirst().orElse("");
            int place = place(known, key, entry.get(key));
            if (entry.path(DIRECTIVE).asText().equals("delete")) {
                known.remove(place);
            } else if (place >= 0 && known.get(place) instanceof ObjectNode same) {
                merge(same, entry);
            } else {
                known.add(entry.deepCopy());
            }
        }
    }

    /** Below zero when none has this key. */
    private static int place(ArrayNode entries, String key, @Nullable JsonNode value) {
        for (int place = 0; place < entries.size(); place++) {
            if (value != null && value.equals(entries.get(place).get(key))) {
                return place;
            }
        }
        return -1;
    }
}
