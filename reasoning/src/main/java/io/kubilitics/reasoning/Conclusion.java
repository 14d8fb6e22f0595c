package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.Step.Opened;
import io.kubilitics.reasoning.Step.Ruled;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.cause.Ruling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From all rulings to the verdict: the fewest, surest causes that explain the most. */
final class Conclusion {

    private Conclusion() {}

    static Verdict of(Opened opened, List<Ruled> rulings, Owners owners) {
        if (opened.symptoms().isEmpty()) {
            List<String> unseen = opened.question().unseen();
            return unseen.isEmpty()
                    ? new Verdict.Healthy()
                    : new Verdict.Inconclusive("nothing unwell can be seen, but not everything can be seen", unseen);
        }
        List<Diagnosis> chosen = smallest(candidates(rulings));
        if (chosen.isEmpty()) {
            return new Verdict.Inconclusive(why(rulings), decides(rulings));
        }
        Set<Symptom> explained = new LinkedHashSet<>();
        chosen.forEach(diagnosis -> explained.addAll(diagnosis.explains()));
        return new Verdict.Diagnosed(
                chosen,
                opened.symptoms().stream()
                        .filter(symptom -> !explained.contains(symptom))
                        .filter(symptom -> !followsFrom(chosen, symptom, owners))
                        .toList());
    }

    /** Rulings that name the same cause at the same object are one, and explain together. */
    private static Collection<Diagnosis> candidates(List<Ruled> rulings) {
        Map<List<Object>, Diagnosis> candidates = new LinkedHashMap<>();
        for (Ruled ruled : rulings) {
            if (ruled.ruling() instanceof Ruling.Confirmed confirmed) {
                Diagnosis one = new Diagnosis(
                        ruled.hypothesis().cause(),
                        confirmed,
                        List.of(ruled.hypothesis().symptom()));
                candidates.merge(List.of(one.cause(), confirmed.object()), one, Conclusion::join);
            }
        }
        return candidates.values();
    }

    private static Diagnosis join(Diagnosis one, Diagnosis other) {
        List<Symptom> all = new ArrayList<>(one.explains());
        all.addAll(other.explains());
        boolean otherSurer = other.ruling().confidence().compareTo(one.ruling().confidence()) < 0;
        return new Diagnosis(one.cause(), otherSurer ? other.ruling() : one.ruling(), all);
    }

    /** Greedy: the surest first, and among equals the one that explains most of what is still unexplained. */
    private static List<Diagnosis> smallest(Collection<Diagnosis> candidates) {
        List<Diagnosis> left = new ArrayList<>(candidates);
        Set<Symptom> explained = new LinkedHashSet<>();
        List<Diagnosis> chosen = new ArrayList<>();
        while (true) {
            left.removeIf(diagnosis -> explained.containsAll(diagnosis.explains()));
            if (left.isEmpty()) {
                return chosen;
            }
            Diagnosis best = left.stream()
                    .min(Comparator.comparing((Diagnosis diagnosis) -> confidence(diagnosis))
                            .thenComparingLong(diagnosis -> -news(diagnosis, explained)))
                    .orElseThrow();
            chosen.add(best);
            explained.addAll(best.explains());
        }
    }

    private static Confidence confidence(Diagnosis diagnosis) {
        return diagnosis.ruling().confidence();
    }

    private static long news(Diagnosis diagnosis, Set<Symptom> explained) {
        return diagnosis.explains().stream()
                .filter(symptom -> !explained.contains(symptom))
                .count();
    }

    /** A stuck rollout, among others, is what failing pods of the same workload look like from above. */
    private static boolean followsFrom(List<Diagnosis> chosen, Symptom symptom, Owners owners) {
        return symptom.ailment().seenFromAbove()
                && chosen.stream()
                        .flatMap(diagnosis -> diagnosis.explains().stream())
                        .anyMatch(explained -> owners.top(explained.subject()).equals(symptom.subject()));
    }

    private static String why(List<Ruled> rulings) {
        return rulings.stream()
                .map(Ruled::ruling)
                .filter(Ruling.Open.class::isInstance)
                .map(ruling -> ((Ruling.Open) ruling).why())
                .findFirst()
                .orElse("every cause that is known was ruled out");
    }

    private static List<String> decides(List<Ruled> rulings) {
        return rulings.stream()
                .map(Ruled::ruling)
                .filter(Ruling.Open.class::isInstance)
                .flatMap(ruling -> ((Ruling.Open) ruling).decides().stream())
                .distinct()
                .toList();
    }
}
