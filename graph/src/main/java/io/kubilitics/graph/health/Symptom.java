package io.kubilitics.graph.health;

import io.kubilitics.graph.ResourceRef;
import java.time.Instant;

/**
 * Something is visibly unwell.
 *
 * @param part the container concerned, empty when it is the whole
 * @param says what the cluster says of it; tainted: it may come from outside
 */
public record Symptom(Ailment ailment, ResourceRef subject, String part, String says, Instant since) {

    @Override
    public String toString() {
        return "%s: %s%s".formatted(subject, ailment.words(), part.isEmpty() ? "" : " (container " + part + ")");
    }
}
