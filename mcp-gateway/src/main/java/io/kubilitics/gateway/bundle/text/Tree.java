package io.kubilitics.gateway.bundle.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds one value from tokens within limits. What is too deep or too large is read to its end and thrown away, so that whatever
 * follows can still be read. YAML aliases are filled in by copies, which count like everything else: a bomb of them does not go off.
 */
final class Tree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MERGE = "<<";

    private final JsonParser parser;
    private final Limits limits;
    private final Map<String, JsonNode> anchors;
    private final Repeated repeated;
    private int size;
    private @Nullable String refusal;
    private int refusedAt;

    private Tree(JsonParser parser, Limits limits, Map<String, JsonNode> anchors, Repeated repeated) {
        this.parser = parser;
        this.limits = limits;
        this.anchors = anchors;
        this.repeated = repeated;
    }

    /**
     * The value that begins with the current token.
     *
     * @param anchors those of this document so far
     * @param repeated is told of fields that an object has twice
     */
    static JsonNode read(JsonParser parser, Limits limits, Map<String, JsonNode> anchors, Repeated repeated)
            throws IOException, Unreadable {
        Tree tree = new Tree(parser, limits, anchors, repeated);
        JsonNode value = tree.value(1);
        if (tree.refusal != null) {
            throw new Unreadable(tree.refusal, tree.refusedAt);
        }
        return value;
    }

    private JsonNode value(int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return alias(parser.getText());
        }
        grow(1);
        if (depth > limits.depth() && token.isStructStart()) {
            refuse("nested deeper than %d levels".formatted(limits.depth()));
        }
        if (refusal != null) {
            parser.skipChildren();
            return NODES.nullNode();
        }
        String anchor = AnchoredYaml.anchor(parser);
        JsonNode value = switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            default -> scalar(token);
        };
        if (anchor != null) {
            anchors.put(anchor, value);
        }
        return value;
    }

    private JsonNode object(int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        Set<String> inherited = Set.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            grow(name.length());
            if (object.has(name) && !inherited.contains(name)) {
                repeated.field(name, parser.currentTokenLocation().getLineNr());
            }
            parser.nextToken();
            JsonNode value = value(depth + 1);
            if (name.equals(MERGE) && value instanceof ObjectNode merged) {
                inherited = merge(merged, object, inherited);
            } else if (refusal == null) {
                object.set(name, value);
            }
        }
        return object;
    }

    /** What the object has already stays, and what comes later may replace what is inherited; gives the names of that. */
    private static Set<String> merge(ObjectNode merged, ObjectNode object, Set<String> inherited) {
        Set<String> names = new HashSet<>(inherited);
        merged.properties().forEach(entry -> {
            if (object.putIfAbsent(entry.getKey(), entry.getValue()) == null) {
                names.add(entry.getKey());
            }
        });
        return names;
    }

    private JsonNode array(int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode value = value(depth + 1);
            if (refusal == null) {
                array.add(value);
            }
        }
        return array;
    }

    private JsonNode scalar(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_NULL -> NODES.nullNode();
            default -> {
                String text = parser.getText();
                grow(text.length());
                yield NODES.textNode(text);
            }
        };
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode alias(String name) throws IOException {
        JsonNode meant = anchors.get(name);
        if (meant == null) {
            refuse("an alias that names nothing before it");
            return NODES.nullNode();
        }
        grow(sizeOf(meant));
        return refusal == null ? meant.deepCopy() : NODES.nullNode();
    }

    private static int sizeOf(JsonNode node) {
        int size = 1 + (node.isTextual() ? node.textValue().length() : 0);
        for (JsonNode child : node) {
            size += sizeOf(child);
        }
        return size;
    }

    private void grow(int by) {
        size += by;
        if (size > limits.objectSize() && refusal == null) {
            refuse("larger than any object that Kubernetes would store");
        }
    }

    private void refuse(String why) {
        if (refusal == null) {
            refusal = why;
            refusedAt = parser.currentTokenLocation().getLineNr();
        }
    }
}
