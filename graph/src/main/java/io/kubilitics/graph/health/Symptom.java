package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.time.Instant;

/**
 * Something is visibly unwell.
 *
 * @param part the container concerned, or the one of several references; empty when it is the whole
 * @param says what the cluster says of it; tainted: it may come from outside
 */
public record Symptom(Ailment ailment, ResourceRef subject, String part, String says, Instant since) {

    @Override
    public String toString() {
        String of = subject.kind().equals(Kind.POD) ? "container " : "";
        return "%s: %s%s".formatted(subject, ailment.words(), part.isEmpty() ? "" : " (" + of + part + ")");
    }
}
