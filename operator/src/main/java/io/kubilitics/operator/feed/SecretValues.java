package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.ResourceRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The values of all Secrets that are visible, known to the body alone and only to take them out of what it sends. */
public final class SecretValues {

    /** A shorter value would be struck out of innocent words. */
    private static final int SHORTEST = 8;

    private static final String INSTEAD = "[secret]";

    private final Map<ResourceRef, List<String>> bySecret = new ConcurrentHashMap<>();

    /** Before it is trimmed. */
    void learn(ResourceRef secret, JsonNode object) {
        List<String> values = new ArrayList<>();
        for (JsonNode data : object.path("data")) {
            String encoded = data.asText();
            String value = decoded(encoded).strip();
            if (value.length() >= SHORTEST) {
                values.add(value);
                values.add(encoded);
            }
        }
        bySecret.put(secret, List.copyOf(values));
    }

    void forget(ResourceRef secret) {
        bySecret.remove(secret);
    }

    /** The text with every known value struck out, the longest first: one may contain another. */
    public String scrub(String text) {
        return scrub(text, Set.of());
    }

    /**
     * The same, but for values that are no secrets elsewhere: a host stands in many a Secret beside its password.
     *
     * @param names of objects
     */
    public String scrub(String text, Set<String> names) {
        List<String> found = bySecret.values().stream()
                .flatMap(List::stream)
                .filter(value -> text.contains(value) && !names.contains(value))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String scrubbed = text;
        for (String value : found) {
            scrubbed = scrubbed.replace(value, INSTEAD);
        }
        return scrubbed;
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return encoded;
        }
    }
}
