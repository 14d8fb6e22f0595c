package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Symptom;

/** One cause may be at work behind one symptom. */
public record Hypothesis(String cause, Symptom symptom) {}
