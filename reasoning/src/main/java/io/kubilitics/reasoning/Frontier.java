package io.kubilitics.reasoning;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.Step.Ruled;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is left to be looked at once every hypothesis is ruled upon: what confirmed causes bring upon others. It remembers up to
 * where all is known, because whoever is asked after each look must not begin at the first of hundreds each time.
 */
final class Frontier {

    private final List<ResourceRef> concerned;
    private final List<Symptom> symptoms;
    private int nextConcerned;
    private int nextSymptom;

    Frontier(List<Ruled> rulings, Step.Opened opened) {
        concerned = rulings.stream()
                .filter(ruled -> ruled.ruling() instanceof Ruling.Confirmed)
                .flatMap(Investigation::concerned)
                .distinct()
                .toList();
        symptoms = concerned.isEmpty()
                ? List.of()
                : Impairment.all(opened)
                        .filter(symptom -> symptom.ailment().mayFollow())
                        .toList();
    }

    Optional<Probe> next(Progress progress) {
        for (; nextConcerned < concerned.size(); nextConcerned++) {
            ResourceRef ref = concerned.get(nextConcerned);
            Optional<Probe> probe = unknown(
                    Stream.of(new Probe.OfNeighbours(ref), new Probe.OfAffected(ref, progress.harm(ref))), progress);
            if (probe.isPresent()) {
                return probe;
            }
        }
        for (; nextSymptom < symptoms.size(); nextSymptom++) {
            Optional<Probe> probe = unknown(Impairment.questions(symptoms.get(nextSymptom), progress), progress);
            if (probe.isPresent()) {
                return probe;
            }
        }
        return Optional.empty();
    }

    private static Optional<Probe> unknown(Stream<Probe> probes, Progress progress) {
        return probes.filter(probe -> !progress.knows(probe)).findFirst();
    }

    /** Something was found to be missing, and what is missing does other harm than what is unwell. */
    void again() {
        nextConcerned = 0;
    }
}
