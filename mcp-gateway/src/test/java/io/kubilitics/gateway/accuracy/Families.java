package io.kubilitics.gateway.accuracy;

import io.kubilitics.gateway.accuracy.Answer.Likeness;
import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Cause;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What falls when the causes of one family are not known, and whether anything else changes. */
final class Families {

    private final Map<String, Catalogue> without = new TreeMap<>();
    private final Map<String, Fall> falls = new TreeMap<>();
    private final Catalogue full = Catalogue.full();
    private final StringBuilder others = new StringBuilder();

    /** Of one family: what became of its bundles, and of the others'. */
    private static final class Fall {
        private final Map<Likeness, Integer> own = new EnumMap<>(Likeness.class);
        private final Map<String, Integer> neighbours = new TreeMap<>();
        private int changedElsewhere;
    }

    Families() {
        full.causes().stream().map(Cause::category).distinct().forEach(family -> {
            without.put(family, without(family));
        });
    }

    private Catalogue without(String family) {
        return new Catalogue(full.causes().stream()
                .filter(cause -> !cause.category().equals(family))
                .toList());
    }

    void take(String name, Bundle bundle) {
        Answer right = Bench.answer(bundle, full);
        List<String> own = right.causes().stream().map(Answer.Found::category).toList();
        without.forEach((family, catalogue) -> {
            Answer answer = Bench.answer(bundle, catalogue);
            Likeness likeness = answer.likeness(right);
            Fall fall = falls.computeIfAbsent(family, _ -> new Fall());
            if (own.contains(family)) {
                fall.own.merge(likeness, 1, Integer::sum);
                answer.causes().stream()
                        .filter(found -> !right.causes().contains(found))
                        .forEach(found -> fall.neighbours.merge(
                                found.cause() + (right.causes().stream().anyMatch(found::isAt) ? "" : " elsewhere"),
                                1,
                                Integer::sum));
            } else if (likeness != Likeness.SAME) {
                fall.changedElsewhere++;
                others.append("%s without %s: %s %s, was %s%n"
                        .formatted(name, family, answer.status(), answer.causes(), right.causes()));
            }
        });
    }

    /** Whatever changed though its family was there. */
    String others() {
        return others.toString();
    }

    String table() {
        StringBuilder table =
                new StringBuilder("| family left out | its bundles | inconclusive | fewer | healthy | other |"
                        + " instead | others changed |\n|---|---|---|---|---|---|---|---|\n");
        falls.forEach((family, fall) -> {
            if (!fall.own.isEmpty() || fall.changedElsewhere > 0) {
                table.append("| %s | %d | %d | %d | %d | %d | %s | %d |%n"
                        .formatted(
                                family,
                                fall.own.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                                fall.own.getOrDefault(Likeness.INCONCLUSIVE, 0),
                                fall.own.getOrDefault(Likeness.FEWER, 0),
                                fall.own.getOrDefault(Likeness.HEALTHY, 0),
                                fall.own.getOrDefault(Likeness.OTHER, 0)
                                        + fall.own.getOrDefault(Likeness.OTHER_AS_SURELY, 0),
                                fall.neighbours.entrySet().stream()
                                        .map(entry -> entry.getKey() + " " + entry.getValue())
                                        .collect(Collectors.joining(", ")),
                                fall.changedElsewhere));
            }
        });
        return table.toString();
    }
}
