package io.kubilitics.e2e.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The ways in which an object can be changed: the API server merges each in its own manner before it asks the policies. */
enum Way {
    JSON_PATCH("PATCH", "application/json-patch+json") {
        @Override
        JsonNode payload(ObjectNode before, ObjectNode after) {
            ArrayNode patch = JSON.arrayNode();
            SECTIONS.stream()
                    .filter(section -> !before.path(section).equals(after.path(section)))
                    .forEach(section -> patch.add(
                            after.has(section)
                                    ? operation("add", section).set("value", after.get(section))
                                    : operation("remove", section)));
            return patch;
        }
    },
    MERGE_PATCH("PATCH", "application/merge-patch+json") {
        @Override
        JsonNode payload(ObjectNode before, ObjectNode after) {
            return difference(before, after);
        }
    },
    APPLY("PATCH", "application/apply-patch+yaml") {
        @Override
        JsonNode payload(ObjectNode before, ObjectNode after) {
            ObjectNode applied = after.deepCopy();
            applied.withObject("/metadata")
                    .remove(List.of("managedFields", "resourceVersion", "uid", "creationTimestamp", "generation"));
            return applied;
        }
    },
    REPLACE("PUT", "application/json") {
        @Override
        JsonNode payload(ObjectNode before, ObjectNode after) {
            return after;
        }
    };

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> SECTIONS = List.of("metadata", "spec", "status");

    private final String method;
    private final String contentType;

    Way(String method, String contentType) {
        this.method = method;
        this.contentType = contentType;
    }

    abstract JsonNode payload(ObjectNode before, ObjectNode after);

    String method() {
        return method;
    }

    String contentType() {
        return contentType;
    }

    String query(String user) {
        return this == APPLY ? "?force=true&fieldManager=" + user.replace(':', '-') : "?fieldManager=e2e";
    }

    private static ObjectNode operation(String op, String section) {
        return JSON.objectNode().put("op", op).put("path", "/" + section);
    }

    /** As RFC 7386 wants it: what is gone is null. */
    private static ObjectNode difference(ObjectNode before, ObjectNode after) {
        ObjectNode patch = JSON.objectNode();
        before.fieldNames().forEachRemaining(name -> {
            if (!after.has(name)) {
                patch.putNull(name);
            }
        });
        after.properties().forEach(field -> {
            JsonNode old = before.path(field.getKey());
            if (old instanceof ObjectNode oldObject && field.getValue() instanceof ObjectNode newObject) {
                patch.set(field.getKey(), difference(oldObject, newObject));
            } else if (!old.equals(field.getValue())) {
                patch.set(field.getKey(), field.getValue());
            }
        });
        return patch;
    }
}
