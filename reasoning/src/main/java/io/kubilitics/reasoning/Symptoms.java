package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Scene;
import java.util.List;

/** What is unwell in a scene, from wherever it shows. */
public final class Symptoms {

    private Symptoms() {}

    /** Sorted, so that the same scene always gives the same list. */
    public static List<Symptom> of(Scene scene, Scope scope) {
        return Health.symptoms(scene.world(), scope, scene.now());
    }
}
