package io.kubilitics.gateway.bundle.read;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Strikes known secret values out of text, the longest first: one may contain another. One pass over the text, however many values there are. */
final class Scrubber {

    /** A shorter value would be struck out of innocent words. */
    private static final int SHORTEST = 8;

    private static final int BASE = 31;
    private static final String INSTEAD = "[secret]";

    /** By a number made of their first letters. */
    private final Map<Integer, List<String>> values;

    private final int leaving;

    private Scrubber(Map<Integer, List<String>> values) {
        this.values = values;
        int power = 1;
        for (int i = 1; i < SHORTEST; i++) {
            power *= BASE;
        }
        this.leaving = power;
    }

    /**
     * What is to be struck out.
     *
     * @param names of objects: a Secret often holds a host name beside its password, and a log without host names explains nothing
     */
    static Scrubber of(Collection<String> values, Set<String> names) {
        return new Scrubber(values.stream()
                .filter(value -> value.length() >= SHORTEST && !names.contains(value))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.groupingBy(
                        value -> value.substring(0, SHORTEST).hashCode())));
    }

    String scrub(String text) {
        if (values.isEmpty() || text.length() < SHORTEST) {
            return text;
        }
        StringBuilder scrubbed = new StringBuilder(text.length());
        int kept = 0;
        int at = 0;
        int number = text.substring(0, SHORTEST).hashCode();
        while (true) {
            Optional<String> value = value(text, at, number);
            if (value.isPresent()) {
                scrubbed.append(text, kept, at).append(INSTEAD);
                at += value.get().length();
                kept = at;
                if (at + SHORTEST > text.length()) {
                    break;
                }
                number = text.substring(at, at + SHORTEST).hashCode();
            } else {
                if (at + SHORTEST >= text.length()) {
                    break;
                }
                // As String computes it, moved on by one letter.
                number = (number - text.charAt(at) * leaving) * BASE + text.charAt(at + SHORTEST);
                at++;
            }
        }
        return kept == 0 ? text : scrubbed.append(text, kept, text.length()).toString();
    }

    private Optional<String> value(String text, int at, int number) {
        List<String> candidates = values.get(number);
        return candidates == null
                ? Optional.empty()
                : candidates.stream()
                        .filter(candidate -> text.startsWith(candidate, at))
                        .findFirst();
    }
}
