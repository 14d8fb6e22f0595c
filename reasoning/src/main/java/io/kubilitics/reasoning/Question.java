package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Scope;
import java.time.Instant;
import java.util.List;

/**
 * What is asked.
 *
 * @param unseen what of the scope cannot be seen, each as half a sentence
 */
public record Question(Scope scope, Instant now, List<String> unseen) {
    public Question {
        unseen = List.copyOf(unseen);
    }
}
