package io.kubilitics.reasoning.recommendation;

import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.cause.Claim;
import io.kubilitics.reasoning.report.Plain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cause and evidence in a few lines, for the person who decides. */
final class Because {

    /** Marks a statement that rests on text from logs, events or messages. */
    private static final String TAINTED = "  (its own words)";

    private Because() {}

    static String of(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        lines.add("%s (%s, %s)."
                .formatted(
                        Plain.text(diagnosis.ruling().summary()),
                        diagnosis.ruling().confidence().name().toLowerCase(Locale.ROOT),
                        diagnosis.cause()));
        List<Claim> claims = diagnosis.ruling().claims();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            lines.add("[e%d] %s%s".formatted(i + 1, Plain.text(claim.says()), claim.tainted() ? TAINTED : ""));
        }
        lines.add(shown(diagnosis.explains()));
        diagnosis.ruling().harmful().forEach(harm -> lines.add("Will not help: " + Plain.text(harm)));
        return Plain.cut(String.join("\n", lines), Recommendation.LONGEST_BECAUSE);
    }

    private static String shown(List<Symptom> symptoms) {
        Optional<Instant> first = symptoms.stream()
                .map(Symptom::since)
                .filter(since -> since.isAfter(Instant.EPOCH))
                .min(Instant::compareTo);
        return "Seen%s: %s%s"
                .formatted(
                        first.map(since -> " since " + since).orElse(""),
                        symptoms.getFirst(),
                        symptoms.size() == 1 ? "" : " and %d more".formatted(symptoms.size() - 1));
    }
}
