package io.kubilitics.reasoning.log;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of many patterns are worth a try on a text: each has words of which one stands in every text that it fits. One pass finds
 * them all, while patterns are tried letter by letter.
 */
final class Hints<T> {

    private final Phrases words;
    /** For each word who has it. */
    private final List<T> owners = new ArrayList<>();

    Hints(Map<T, List<String>> byOwner) {
        List<String> all = new ArrayList<>();
        byOwner.forEach((owner, own) -> own.forEach(word -> {
            all.add(word);
            owners.add(owner);
        }));
        words = new Phrases(all);
    }

    Set<T> in(CharSequence text) {
        BitSet found = words.in(text);
        if (found.isEmpty()) {
            return Set.of();
        }
        Set<T> hinted = new HashSet<>();
        found.stream().forEach(word -> hinted.add(owners.get(word)));
        return hinted;
    }
}
