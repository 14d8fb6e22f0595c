package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Ruling;
import java.util.List;

/**
 * One confirmed cause.
 *
 * @param explains the symptoms that it was confirmed for
 * @param follows further symptoms, of others, that it brings with it
 */
public record Diagnosis(String cause, Ruling.Confirmed ruling, List<Symptom> explains, List<Symptom> follows) {
    public Diagnosis {
        explains = List.copyOf(explains);
        follows = List.copyOf(follows);
    }
}
