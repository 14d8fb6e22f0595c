package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Ruling;
import java.util.List;

/** One confirmed cause and every symptom it explains. */
public record Diagnosis(String cause, Ruling.Confirmed ruling, List<Symptom> explains) {
    public Diagnosis {
        explains = List.copyOf(explains);
    }
}
