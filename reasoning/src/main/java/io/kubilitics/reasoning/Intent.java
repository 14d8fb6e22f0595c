package io.kubilitics.reasoning;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.CronJobFacts;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.OpaqueFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.StatefulSetFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.Scene;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the cluster is at rest and yet not as somebody wants it: no check of objects alone can tell whether a thing is away, or
 * switched off, on purpose.
 */
final class Intent {

    private Intent() {}

    /** What was written down to be there, or to run, and is not or does not. */
    static Stream<Symptom> unmet(Scene scene) {
        return scene.signals()
                .meant()
                .all()
                .sorted(Comparator.comparing(Resource::ref))
                .flatMap(meant -> unmet(meant, scene.world()).stream());
    }

    private static Optional<Symptom> unmet(Resource meant, World world) {
        if (world.presence(meant.ref()) == Presence.ABSENT) {
            return Optional.of(symptom(Ailment.NOT_THERE, meant, ""));
        }
        return world.find(meant.ref())
                .filter(_ -> off(meant.facts()).isEmpty())
                .flatMap(actual -> off(actual.facts()).map(how -> symptom(Ailment.SWITCHED_OFF, actual, how)));
    }

    /** Whoever asks why something does not work wants it to. */
    static Stream<Symptom> askedFor(World world, Scope scope) {
        return scope instanceof Scope.Below(var tops)
                ? tops.stream()
                        .sorted()
                        .flatMap(top -> world.find(top).stream())
                        .filter(asked -> !atRest(world, asked.ref()))
                        .flatMap(asked ->
                                off(asked.facts()).map(how -> symptom(Ailment.SWITCHED_OFF, asked, how)).stream())
                : Stream.empty();
    }

    /** Whoever scales it says that he is well and has nothing for it to do: he starts it again when he has. */
    private static boolean atRest(World world, ResourceRef asked) {
        return Stream.of(Relation.Type.SCALES, Relation.Type.REFERS_TO)
                .flatMap(type -> world.from(asked, type))
                .flatMap(scaler -> world.find(scaler).stream())
                .anyMatch(scaler -> scaler.facts() instanceof OpaqueFacts facts
                        && facts.conditions().stream().anyMatch(each -> each.is("Ready") && each.holds())
                        && facts.conditions().stream().anyMatch(each -> each.is("Active") && each.fails()));
    }

    private static Optional<String> off(Facts facts) {
        return switch (facts) {
            case DeploymentFacts deployment when deployment.desired() == 0 -> Optional.of("no replicas are wanted");
            case StatefulSetFacts set when set.desired() == 0 -> Optional.of("no replicas are wanted");
            case CronJobFacts cron when cron.suspended() -> Optional.of("it is suspended");
            case DeploymentFacts deployment
            when deployment.paused() && !deployment.complete() -> Optional.of("its rollout is paused");
            default -> Optional.empty();
        };
    }

    private static Symptom symptom(Ailment ailment, Resource of, String says) {
        return new Symptom(ailment, of.ref(), "", says, of.meta().changed());
    }
}
