package io.kubilitics.gateway.watch;

import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Owners;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.recommendation.FindingId;
import io.kubilitics.reasoning.recommendation.Recommendation;
import io.kubilitics.reasoning.recommendation.Recommender;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One cause at one object, as it was found last.
 *
 * @param recommendation what to ask for on its account, if anything
 */
public record Finding(
        FindingId id, Diagnosis diagnosis, Set<Trouble> troubles, Optional<Recommendation> recommendation) {

    public Finding {
        troubles = Set.copyOf(troubles);
    }

    static Finding of(Diagnosis diagnosis, Owners owners) {
        return new Finding(
                FindingId.of(diagnosis),
                diagnosis,
                diagnosis.explains().stream()
                        .map(symptom -> Trouble.of(symptom, owners))
                        .collect(Collectors.toSet()),
                Recommender.draft(diagnosis, owners));
    }

    /** Whether a person would read the same; which pods show it just now is no news. */
    boolean saysTheSameAs(Finding other) {
        Ruling.Confirmed mine = diagnosis.ruling();
        Ruling.Confirmed others = other.diagnosis.ruling();
        return mine.confidence() == others.confidence()
                && mine.summary().equals(others.summary())
                && mine.remedy().equals(others.remedy());
    }
}
