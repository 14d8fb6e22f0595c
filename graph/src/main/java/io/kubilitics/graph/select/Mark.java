package io.kubilitics.graph.select;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Where labels and selectors meet in an index: labels that a selector matches bear at least one of the marks under which the
 * selector is looked for.
 */
public sealed interface Mark {

    /** Borne by all labels, and by none at all. */
    Mark ANY = new Any();

    record Pair(String key, String value) implements Mark {}

    record Key(String key) implements Mark {}

    record Any() implements Mark {}

    /** All that these labels bear. */
    static Stream<Mark> of(Map<String, String> labels) {
        return Stream.concat(
                Stream.of(ANY),
                labels.entrySet().stream()
                        .flatMap(label ->
                                Stream.of(new Pair(label.getKey(), label.getValue()), new Key(label.getKey()))));
    }
}
