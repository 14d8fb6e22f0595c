package io.kubilitics.gateway.watch;

import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.Investigator;
import io.kubilitics.reasoning.Step;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Scene;
import java.time.InstantSource;
import java.util.List;

/** Investigates all of a scope, on a frozen world. */
public record Examiner(Catalogue catalogue, LogSource logs, Scope scope, InstantSource clock) {

    List<Step> examine(World world) {
        return Investigator.investigate(catalogue, Scene.live(world, logs, clock.instant()), scope);
    }

    Examiner with(LogSource others) {
        return new Examiner(catalogue, others, scope, clock);
    }
}
