package io.kubilitics.reasoning.symptom;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Scene;
import java.util.stream.Stream;

/** Services past which the configuration of a proxy leads the requests that are meant for them. */
final class Misroutes {

    private Misroutes() {}

    static Stream<Symptom> symptoms(Scene scene, Scope scope) {
        return scene.world()
                .all(Kind.CONFIG_MAP)
                .filter(config -> scope.includes(scene.world(), config.ref()))
                .flatMap(config -> Routing.of(scene.world(), config).stream())
                .map(astray -> new Symptom(
                        Ailment.MISROUTED,
                        astray.meant(),
                        astray.way().path(),
                        "requests for %s go to %s"
                                .formatted(astray.way().path(), astray.way().to()),
                        astray.config().meta().changed()))
                .filter(symptom -> scope.includes(scene.world(), symptom.subject()));
    }
}
