package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.cause.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** From all rulings to the verdict: the fewest, surest causes that explain the most. */
final class Conclusion {

    private Conclusion() {}

    static Verdict of(Progress progress, Catalogue catalogue) {
        Step.Opened opened = progress.opened();
        if (opened.symptoms().isEmpty()) {
            List<String> unseen = opened.question().unseen();
            return unseen.isEmpty()
                    ? new Verdict.Healthy()
                    : new Verdict.Inconclusive("nothing unwell can be seen, but not everything can be seen", unseen);
        }
        List<Candidate> chosen = needed(smallest(Candidate.all(progress, catalogue)), progress);
        if (chosen.isEmpty()) {
            return new Verdict.Inconclusive(why(progress), decides(progress));
        }
        Set<Symptom> explained = new LinkedHashSet<>();
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (Candidate candidate : chosen) {
            diagnoses.add(candidate.diagnosis(explained));
            explained.addAll(candidate.explains());
        }
        return new Verdict.Diagnosed(
                diagnoses,
                opened.symptoms().stream()
                        .filter(symptom -> !explained.contains(symptom))
                        .toList());
    }

    /** Greedy: the surest first, and among equals the one that explains most of what is still unexplained. */
    private static List<Candidate> smallest(List<Candidate> candidates) {
        List<Candidate> left = new ArrayList<>(candidates);
        Set<Symptom> explained = new LinkedHashSet<>();
        List<Candidate> chosen = new ArrayList<>();
        while (true) {
            left.removeIf(candidate -> explained.containsAll(candidate.direct()));
            if (left.isEmpty()) {
                return chosen;
            }
            Candidate best = left.stream()
                    .min(Comparator.comparing(Candidate::confidence)
                            .thenComparingLong(candidate -> -candidate.news(explained))
                            .thenComparingInt(Candidate::rank)
                            .thenComparing(candidate -> candidate.ruling().object()))
                    .orElseThrow();
            chosen.add(best);
            explained.addAll(best.explains());
        }
    }

    /** One that was chosen early may turn out to be what a later one brings with it. */
    private static List<Candidate> needed(List<Candidate> chosen, Progress progress) {
        List<Candidate> needed = new ArrayList<>(chosen);
        for (Candidate candidate : chosen) {
            Stream<Symptom> others = needed.stream()
                    .filter(other -> !other.equals(candidate))
                    .filter(other -> !candidate.bringsAbout(other))
                    // What rests on words alone displaces nothing that the cluster shows, unless that only points to
                    // it.
                    .filter(other -> other.confidence() != Confidence.WEAK
                            || candidate.confidence() == Confidence.WEAK
                            || candidate.pointsTo(other, progress))
                    .flatMap(other -> other.explains().stream());
            if (others.toList().containsAll(candidate.direct())) {
                needed.remove(candidate);
            }
        }
        return needed;
    }

    private static String why(Progress progress) {
        return progress.rulings().stream()
                .map(Step.Ruled::ruling)
                .filter(Ruling.Open.class::isInstance)
                .map(ruling -> ((Ruling.Open) ruling).why())
                .findFirst()
                .orElse("every cause that is known was ruled out");
    }

    private static List<String> decides(Progress progress) {
        return progress.rulings().stream()
                .map(Step.Ruled::ruling)
                .filter(Ruling.Open.class::isInstance)
                .flatMap(ruling -> ((Ruling.Open) ruling).decides().stream())
                .distinct()
                .toList();
    }
}
