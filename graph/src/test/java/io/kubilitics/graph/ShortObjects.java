package io.kubilitics.graph;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Objects written short, so that a test shows what matters: single quotes, no quotes around names, times relative to now
 * ({@code '-5m'}), and {@code name}, {@code namespace}, {@code labels}, {@code annotations}, {@code finalizers}, {@code created},
 * {@code deletion} and {@code owner} beside the kind instead of in the metadata. What is left out is made up.
 */
public final class ShortObjects {

    public static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");

    private static final Pattern TIME = Pattern.compile("'([-+])(\\d+)([smhd])'");
    private static final Map<String, String> MOVED = new TreeMap<>(Map.of(
            "name", "name",
            "namespace", "namespace",
            "labels", "labels",
            "annotations", "annotations",
            "finalizers", "finalizers",
            "created", "creationTimestamp",
            "deletion", "deletionTimestamp"));

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private ShortObjects() {}

    /** One after the other. */
    public static List<JsonNode> read(String text) {
        String timed = TIME.matcher(text)
                .replaceAll(match -> "'"
                        + NOW.plus(duration(match.group(3), Long.parseLong(match.group(1) + match.group(2)))) + "'");
        List<JsonNode> objects = new ArrayList<>();
        try (MappingIterator<ObjectNode> all =
                LENIENT.readerFor(ObjectNode.class).readValues(timed)) {
            all.forEachRemaining(object -> objects.add(complete(object)));
        } catch (IOException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
        return objects;
    }

    public static Kind kind(JsonNode object) {
        return Kind.of(object.path("apiVersion").asText(), object.path("kind").asText());
    }

    private static Duration duration(String unit, long amount) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static ObjectNode complete(ObjectNode object) {
        if (!object.has("apiVersion")) {
            String group = Kind.named(object.path("kind").asText()).group();
            object.put("apiVersion", group.isEmpty() ? "v1" : group + "/v1");
        }
        ObjectNode metadata = object.withObject("/metadata");
        MOVED.forEach((shortly, field) -> {
            if (object.has(shortly)) {
                metadata.set(field, object.remove(shortly));
            }
        });
        Kind kind = kind(object);
        if (!metadata.has("namespace") && !kind.clusterWide()) {
            metadata.put("namespace", "shop");
        }
        if (!metadata.has("creationTimestamp")) {
            metadata.put("creationTimestamp", NOW.minus(Duration.ofDays(5)).toString());
        }
        metadata.put("uid", "u-" + kind + "-" + metadata.path("name").asText());
        owner(object, metadata);
        return object;
    }

    private static void owner(ObjectNode object, ObjectNode metadata) {
        String[] owner = object.path("owner").asText().split("/", -1);
        if (owner.length == 2) {
            object.remove("owner");
            String group = Kind.named(owner[0]).group();
            metadata.putArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", group.isEmpty() ? "v1" : group + "/v1")
                    .put("kind", owner[0])
                    .put("name", owner[1])
                    .put("uid", "u-" + owner[0] + "-" + owner[1])
                    .put("controller", true);
        }
    }
}
