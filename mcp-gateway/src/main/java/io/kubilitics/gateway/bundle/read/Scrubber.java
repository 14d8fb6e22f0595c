package io.kubilitics.gateway.bundle.read;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Strikes known secret values out of text, the longest first: one may contain another. */
record Scrubber(List<String> values) {

    /** A shorter value would be struck out of innocent words. */
    private static final int SHORTEST = 8;

    private static final String INSTEAD = "[secret]";

    Scrubber {
        values = List.copyOf(values);
    }

    /**
     * What is to be struck out.
     *
     * @param names of objects: a Secret often holds a host name beside its password, and a log without host names explains nothing
     */
    static Scrubber of(Collection<String> values, Set<String> names) {
        return new Scrubber(values.stream()
                .filter(value -> value.length() >= SHORTEST && !names.contains(value))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    String scrub(String text) {
        String scrubbed = text;
        for (String value : values) {
            scrubbed = scrubbed.replace(value, INSTEAD);
        }
        return scrubbed;
    }
}
