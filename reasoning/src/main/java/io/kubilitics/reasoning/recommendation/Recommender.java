package io.kubilitics.reasoning.recommendation;

import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Owners;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.recommendation.Expectation.SymptomGone;
import io.kubilitics.reasoning.recommendation.Expectation.WorkloadReady;
import io.kubilitics.reasoning.report.Plain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Drafts what to ask for. Pure: the same diagnosis, the same recommendation. */
public final class Recommender {

    private Recommender() {}

    /**
     * What to ask for on account of a cause, if anything. Without a remedy there is nothing to do. A cause that is only weak rests
     * on words from outside alone, and whoever can write a log line would have a say in what is changed; all others rest on
     * the state of the cluster itself.
     */
    public static Optional<Recommendation> draft(Diagnosis diagnosis, Owners owners) {
        return diagnosis
                .ruling()
                .remedy()
                .filter(_ -> diagnosis.ruling().confidence().isAtLeast(Confidence.LIKELY))
                .map(action -> new Recommendation(
                        FindingId.of(diagnosis),
                        action,
                        Plain.text("%s: %s".formatted(action.target(), action.why()), Recommendation.LONGEST_TITLE),
                        Because.of(diagnosis),
                        expectations(diagnosis, owners)));
    }

    private static List<Expectation> expectations(Diagnosis diagnosis, Owners owners) {
        Stream<Expectation> ready =
                diagnosis.explains().stream().map(symptom -> new WorkloadReady(owners.top(symptom.subject())));
        Stream<Expectation> gone = diagnosis.explains().stream()
                .map(symptom -> new SymptomGone(symptom.ailment(), owners.top(symptom.subject())));
        return Stream.concat(ready, gone)
                .distinct()
                .limit(Recommendation.MOST_EXPECTATIONS)
                .toList();
    }
}
