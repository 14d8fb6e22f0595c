package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Scene;
import java.util.List;
import java.util.stream.Stream;

/** What is unwell in a scene, from wherever it shows. */
public final class Symptoms {

    private Symptoms() {}

    /** Sorted, so that the same scene always gives the same list. */
    public static List<Symptom> of(Scene scene, Scope scope) {
        List<Symptom> unmet = Intent.unmet(scene)
                .filter(symptom -> scope.includes(scene.world(), symptom.subject()))
                .toList();
        List<Symptom> seen = Health.symptoms(scene.world(), scope, scene.now());
        return unmet.isEmpty()
                ? seen
                : Stream.concat(seen.stream(), unmet.stream()).toList();
    }
}
