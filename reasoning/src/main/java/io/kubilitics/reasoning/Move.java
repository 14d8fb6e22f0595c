package io.kubilitics.reasoning;

import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;

/** What to do next. Only {@link Look} reaches outside. */
public sealed interface Move {

    record Suppose(List<Hypothesis> hypotheses) implements Move {}

    record Look(Probe probe) implements Move {}

    record Rule(Hypothesis hypothesis, Ruling ruling) implements Move {}

    record Conclude(Verdict verdict) implements Move {}

    record Done() implements Move {}
}
