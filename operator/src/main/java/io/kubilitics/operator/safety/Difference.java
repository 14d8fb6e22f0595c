package io.kubilitics.operator.safety;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeSet;

/** Where two JSON values first differ. */
final class Difference {

    private Difference() {}

    /** The path to it, such as {@code spec.validations[2].expression}; nothing when both are the same to the last field. */
    static Optional<String> between(JsonNode expected, JsonNode found) {
        return between("", expected, found);
    }

    private static Optional<String> between(String path, JsonNode expected, JsonNode found) {
        if (expected.isObject() && found.isObject()) {
            return inObject(path, expected, found);
        }
        if (expected.isArray() && found.isArray()) {
            return inArray(path, expected, found);
        }
        return expected.equals(found) ? Optional.empty() : Optional.of(path);
    }

    private static Optional<String> inObject(String path, JsonNode expected, JsonNode found) {
        TreeSet<String> names = new TreeSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        found.fieldNames().forEachRemaining(names::add);
        String prefix = path.isEmpty() ? "" : path + ".";
        return names.stream()
                .map(name -> between(prefix + name, expected.path(name), found.path(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** In their order: of several refusals the first is told. */
    private static Optional<String> inArray(String path, JsonNode expected, JsonNode found) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            Optional<String> inside = between("%s[%d]".formatted(path, i), expected.path(i), found.path(i));
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }
}
