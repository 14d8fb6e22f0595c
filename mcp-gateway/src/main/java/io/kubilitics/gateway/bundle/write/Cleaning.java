package io.kubilitics.gateway.bundle.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Address;
import io.kubilitics.reasoning.log.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Takes out of what is about to be written what is secret, or looks like it. The body has emptied Secrets and variables before;
 * this is about the words that anybody may have put anywhere: messages, annotations, commands, and the values of ConfigMaps.
 *
 * @param known takes out what is known to be secret
 */
record Cleaning(UnaryOperator<String> known) {

    private static final String INSTEAD = "[secret]";

    /** Somebody's words. */
    private static final Set<String> WORDS = Set.of("message", "note");

    private static final Set<String> COMMANDS = Set.of("command", "args");

    /** Words from outside. */
    String words(String text) {
        return Redaction.of(known.apply(text));
    }

    /** A value by its name; who would be called stays visible. */
    String value(String name, String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (Redaction.of(name + "=x").endsWith("=" + INSTEAD)) {
            return INSTEAD;
        }
        String clean = words(text);
        Set<Address> lost = new LinkedHashSet<>(Address.in(name, text));
        lost.removeAll(Address.in(name, clean));
        lost.removeIf(address -> !known.apply(address.toString()).equals(address.toString()));
        List<String> kept = new ArrayList<>(List.of(clean));
        lost.forEach(address -> kept.add("tcp://" + address));
        return String.join("\n", kept);
    }

    /** Changes the object and returns it. */
    ObjectNode object(Kind kind, ObjectNode object) {
        if (kind.equals(Kind.CONFIG_MAP)) {
            values(object.path("data"));
            // Whatever is packed in there; that it is there is enough.
            if (object.path("binaryData") instanceof ObjectNode bytes) {
                bytes.fieldNames().forEachRemaining(key -> bytes.put(key, ""));
            }
        }
        values(object.path("metadata").path("annotations"));
        below(object, !Kind.KNOWN.contains(kind));
        return object;
    }

    private void values(JsonNode byName) {
        if (byName instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (field.getValue().isTextual()) {
                    object.put(
                            field.getKey(),
                            value(field.getKey(), field.getValue().textValue()));
                }
            }
        }
    }

    /** Nobody knows what the texts of a custom kind mean, so what is known to be secret goes from all of them. */
    private void below(JsonNode node, boolean custom) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                JsonNode value = field.getValue();
                if (value.isTextual() && (custom || WORDS.contains(field.getKey()))) {
                    object.put(
                            field.getKey(),
                            WORDS.contains(field.getKey()) ? words(value.textValue()) : known.apply(value.textValue()));
                } else if (COMMANDS.contains(field.getKey()) && value instanceof ArrayNode command) {
                    elements(command);
                } else {
                    below(value, custom);
                }
            }
        } else if (node instanceof ArrayNode list) {
            if (custom) {
                elements(list);
            }
            list.forEach(element -> below(element, custom));
        }
    }

    private void elements(ArrayNode list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isTextual()) {
                list.set(i, TextNode.valueOf(known.apply(list.get(i).textValue())));
            }
        }
    }
}
