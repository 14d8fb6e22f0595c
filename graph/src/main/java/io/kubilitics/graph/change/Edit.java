package io.kubilitics.graph.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A field took another value.
 *
 * @param path as a JSON Pointer
 * @param place the same, with names in place of numbers
 * @param from nothing: the field came; the value as text, JSON where it is more than a text or number
 * @param to nothing: the field went
 */
public record Edit(String path, Place place, Optional<String> from, Optional<String> to) {

    /** Of longer values only the beginning is kept. */
    public static final int LONGEST = 4_096;

    private static final int SHOWN = 200;

    /** A missing value is none. */
    static Edit of(String path, Place place, JsonNode from, JsonNode to) {
        return new Edit(path, place, text(from), text(to));
    }

    private static Optional<String> text(JsonNode value) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        String text = value.isTextual() ? value.textValue() : value.toString();
        return Optional.of(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    /** Which field, for people. */
    public String words() {
        return place.words();
    }

    /** Whether it is the field at this pointer or one below. */
    public boolean under(String pointer) {
        return path.equals(pointer) || path.startsWith(pointer + "/");
    }

    String sentence(String of) {
        String field = words() + " of " + of;
        if (from.isEmpty()) {
            return field + " was added"
                    + to.filter(value -> !value.isEmpty())
                            .map(value -> ": " + shown(value))
                            .orElse("");
        }
        if (to.isEmpty()) {
            return field + " was removed"
                    + from.filter(value -> !value.isEmpty())
                            .map(value -> "; it was " + shown(value))
                            .orElse("");
        }
        return from.equals(to)
                ? field + " changed; its value is not shown"
                : "%s changed from %s to %s".formatted(field, shown(from.get()), shown(to.get()));
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return "nothing";
        }
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
