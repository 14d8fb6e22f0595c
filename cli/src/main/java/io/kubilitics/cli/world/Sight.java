package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.diagnose.LiveOptions;
import io.kubilitics.cli.running.Together;
import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Completeness;
import io.kubilitics.gateway.bundle.Past;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.gateway.bundle.TimelineStep;
import io.kubilitics.gateway.bundle.read.BundleReader;
import io.kubilitics.gateway.bundle.read.NotABundle;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.time.WorldRing.Window;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A world to look at, wherever it comes from.
 *
 * @param timeline what is told of its past; nothing for a live cluster
 * @param watched since when it was watched; nothing for what was taken from a cluster
 */
record Sight(
        String name,
        Instant now,
        World world,
        Reading read,
        Optional<List<TimelineStep>> timeline,
        Optional<Window> watched) {

    /**
     * What reading it gave.
     *
     * @param counts how many objects of each kind came, of kinds too that are not understood
     */
    record Reading(Map<Kind, Integer> counts, Completeness coverage, List<Problem> problems) {}

    static Sight of(String path) throws IOException {
        try {
            BundleReader reader = new BundleReader(InstantSource.system());
            return of(path.equals("-") ? reader.read("stdin", System.in) : reader.read(Path.of(path)));
        } catch (NotABundle strange) {
            throw CliFault.wrongUsage(strange.sentence());
        }
    }

    private static Sight of(Bundle bundle) {
        return new Sight(
                bundle.name(),
                bundle.now(),
                bundle.world(),
                new Reading(bundle.objects().counts(), bundle.objects().coverage(), bundle.problems()),
                Optional.of(bundle.extras().timeline()),
                Optional.empty());
    }

    static Sight live(LiveOptions options) {
        try (Together together = options.start(null)) {
            World world = together.brain()
                    .world(options.patience())
                    .orElseThrow(() ->
                            CliFault.unreachable("the cluster was not seen completely within %d s: raise --timeout"
                                    .formatted(options.patience().toSeconds())));
            return new Sight(
                    "cluster",
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    world,
                    new Reading(counts(world), Completeness.of(world), List.of()),
                    Optional.empty(),
                    together.brain().stream().past());
        }
    }

    private static Map<Kind, Integer> counts(World world) {
        return world.all()
                .map(resource -> resource.ref().kind())
                .collect(Collectors.toMap(kind -> kind, _ -> 1, Integer::sum, LinkedHashMap::new));
    }

    /** Of a bundle: the same at an earlier moment. */
    Sight asOf(Instant moment) {
        World past = Past.asOf(world, steps(), moment);
        return new Sight(name, moment, past, new Reading(counts(past), coverage(), read.problems()), timeline, watched);
    }

    /** What somebody told of the past. */
    List<Change> told() {
        return Past.changes(world, steps());
    }

    List<TimelineStep> steps() {
        return timeline.orElse(List.of());
    }

    Map<Kind, Integer> counts() {
        return read.counts();
    }

    Completeness coverage() {
        return read.coverage();
    }

    List<String> problems() {
        return read.problems().stream().map(Problem::toString).toList();
    }

    /** Why something unwell may not have been noticed; while there is anything, nothing is called well, as in a diagnosis. */
    List<String> unseen() {
        Stream<String> hidden = Health.unseen(world, new Scope.Everything());
        Stream<String> left = read.problems().stream().filter(Problem::skipped).map(Problem::toString);
        return Stream.concat(hidden, left).toList();
    }
}
