package io.kubilitics.reasoning.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * By which words programs complain, in the words of their libraries: Go, Java, Node, Python, .NET, PHP, Ruby, Rust, C; nginx, Envoy, HAProxy;
 * MySQL, PostgreSQL, Redis, MongoDB, Kafka, RabbitMQ. Words joined by {@code &} must stand in the same line.
 */
final class Signs {

    private record Sign(Grievance grievance, List<Integer> needs) {

        boolean isIn(BitSet found) {
            for (int need : needs) {
                if (!found.get(need)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Map<Grievance, List<String>> WORDS = words();

    private static final List<String> PHRASES = WORDS.values().stream()
            .flatMap(List::stream)
            .flatMap(words -> Arrays.stream(words.split("&", -1)))
            .distinct()
            .toList();
    private static final Phrases ALL = new Phrases(PHRASES);
    private static final List<Sign> SIGNS = signs();
    /** For each phrase the signs that need it. */
    private static final List<List<Integer>> OF_PHRASE = IntStream.range(0, PHRASES.size())
            .mapToObj(phrase -> IntStream.range(0, SIGNS.size())
                    .filter(sign -> SIGNS.get(sign).needs().contains(phrase))
                    .boxed()
                    .toList())
            .toList();

    private Signs() {}

    private static Map<Grievance, List<String>> words() {
        Map<Grievance, List<String>> words = new LinkedHashMap<>();
        Grievance of = Grievance.CERTIFICATE_EXPIRED;
        for (String line : lines()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                of = Grievance.valueOf(line.substring(1, line.length() - 1));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                words.computeIfAbsent(of, _ -> new ArrayList<>()).add(line);
            }
        }
        return words;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Signs.class.getResourceAsStream("signs.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Sign> signs() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        PHRASES.forEach(phrase -> numbers.put(phrase, numbers.size()));
        List<Sign> signs = new ArrayList<>();
        WORDS.forEach((grievance, all) -> all.forEach(words -> {
            List<Integer> needs = Arrays.stream(words.split("&", -1))
                    .map(phrase -> numbers.getOrDefault(phrase, 0))
                    .toList();
            signs.add(new Sign(grievance, needs));
        }));
        return signs;
    }

    /** What a line complains of; the most telling of several. */
    static Optional<Grievance> in(CharSequence line) {
        BitSet found = ALL.in(line);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int first = SIGNS.size();
        for (int phrase = found.nextSetBit(0); phrase >= 0; phrase = found.nextSetBit(phrase + 1)) {
            for (int sign : OF_PHRASE.get(phrase)) {
                first = sign < first && SIGNS.get(sign).isIn(found) ? sign : first;
            }
        }
        return first == SIGNS.size()
                ? Optional.empty()
                : Optional.of(SIGNS.get(first).grievance());
    }
}
