package io.kubilitics.operator.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the API server fills in where a manifest says nothing: exactly this is expected, and nothing else. */
final class Defaults {

    private Defaults() {}

    static ObjectNode filledIn(String kind, ObjectNode shipped) {
        ObjectNode filled = shipped.deepCopy();
        switch (kind) {
            case "ValidatingAdmissionPolicy" -> policy(filled.withObject("/spec/matchConstraints"));
            case "CustomResourceDefinition" -> definition(filled.withObject("/spec"));
            default -> {
                // Bindings and roles are kept as they were sent.
            }
        }
        return filled;
    }

    private static void policy(ObjectNode constraints) {
        fill(constraints, "matchPolicy", constraints.textNode("Equivalent"));
        fill(constraints, "namespaceSelector", constraints.objectNode());
        fill(constraints, "objectSelector", constraints.objectNode());
        constraints.path("resourceRules").forEach(rule -> fill((ObjectNode) rule, "scope", constraints.textNode("*")));
    }

    private static void definition(ObjectNode spec) {
        fill(spec, "conversion", spec.objectNode().put("strategy", "None"));
        ObjectNode names = spec.withObject("/names");
        fill(names, "listKind", spec.textNode(names.path("kind").textValue() + "List"));
        // Zero is how a column says nothing of its priority.
        spec.path("versions")
                .forEach(version -> version.path("additionalPrinterColumns").forEach(Defaults::withoutZeroPriority));
    }

    private static void withoutZeroPriority(JsonNode column) {
        if (column.path("priority").asInt(1) == 0) {
            ((ObjectNode) column).remove("priority");
        }
    }

    private static void fill(ObjectNode parent, String field, JsonNode value) {
        if (!parent.has(field)) {
            parent.set(field, value);
        }
    }
}
