package io.kubilitics.gateway.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.gateway.mcp.Tool.Misuse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a caller gave: texts by name, of which only some names are known. */
record Arguments(JsonNode given) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Also the form of a name that the API server gives to most objects; some have dots or colons too. */
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    static Arguments of(String tool, List<String> known, JsonNode given) throws Misuse {
        for (String name : (Iterable<String>) given::fieldNames) {
            if (!known.contains(name)) {
                throw new Misuse("%s has no argument '%s'; it takes %s"
                        .formatted(
                                tool,
                                name,
                                known.stream().map("'%s'"::formatted).collect(Collectors.joining(", "))));
            }
        }
        return new Arguments(given);
    }

    Optional<String> text(String name) throws Misuse {
        JsonNode value = given.path(name);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new Misuse("'%s' must be a text".formatted(name));
        }
        return Optional.ofNullable(value.textValue()).filter(text -> !text.isEmpty());
    }

    String required(String name) throws Misuse {
        return text(name).orElseThrow(() -> new Misuse("'%s' is missing".formatted(name)));
    }

    Optional<String> namespace() throws Misuse {
        JsonNode value = given.path("namespace");
        if (!value.isMissingNode() && !NAMESPACE.matcher(value.asText()).matches()) {
            throw new Misuse("'namespace' must be the name of a namespace: small letters, digits and dashes");
        }
        return text("namespace");
    }

    Optional<Instant> moment(String name) throws Misuse {
        Optional<String> text = text(name);
        try {
            return text.map(Instant::parse);
        } catch (DateTimeParseException noMoment) {
            throw new Misuse("'%s' must be a moment such as 2026-11-21T10:02:00Z".formatted(name));
        }
    }

    /** The schema of arguments without any yet. */
    static ObjectNode schema() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        schema.putObject("properties");
        return schema;
    }

    static void describe(ObjectNode schema, String name, String description) {
        schema.withObjectProperty("properties")
                .putObject(name)
                .put("type", "string")
                .put("description", description);
    }

    static void describeNamespace(ObjectNode schema, String description) {
        describe(schema, "namespace", description);
        schema.withObjectProperty("properties")
                .withObjectProperty("namespace")
                .put("pattern", "^" + NAMESPACE.pattern() + "$");
    }

    static void describeMoment(ObjectNode schema, String name, String description) {
        describe(schema, name, description + " Such as 2026-11-21T10:02:00Z.");
        schema.withObjectProperty("properties").withObjectProperty(name).put("format", "date-time");
    }
}
