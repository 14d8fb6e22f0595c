package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.evidence.SceneToolbox;
import io.kubilitics.reasoning.symptom.Connections;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is unwell in a scene, from wherever it shows. */
final class Symptoms {

    private Symptoms() {}

    /** Sorted, so that the same scene always gives the same list. */
    static List<Symptom> of(Scene scene, Scope scope, SceneToolbox toolbox) {
        Stream<Symptom> measured = new Measured(scene, toolbox.shifts())
                .symptoms()
                .filter(symptom -> scope.includes(scene.world(), symptom.subject()));
        Stream<Symptom> unmet = Intent.unmet(scene).filter(symptom -> scope.includes(scene.world(), symptom.subject()));
        Collection<Symptom> once = Stream.of(
                        Health.symptoms(scene.world(), scope, scene.now()).stream(),
                        Connections.symptoms(scene, scope, toolbox.logs()),
                        measured,
                        unmet)
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Symptoms::same, Function.identity(), (first, _) -> first))
                .values();
        return once.stream()
                .sorted(Comparator.comparing(Symptom::subject)
                        .thenComparing(Symptom::ailment)
                        .thenComparing(Symptom::part))
                .toList();
    }

    /** Told twice in other words it is still the same. */
    private static List<Object> same(Symptom symptom) {
        return List.of(symptom.ailment(), symptom.subject(), symptom.part());
    }
}
