package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.diagnose.LiveOptions;
import io.kubilitics.cli.diagnose.SlowWork;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A world to look at, wherever it comes from.
 *
 * @param scope all of it, unless only a part was looked at
 */
record Sight(String name, Instant now, Scope scope, World world, Reading read, Memory memory) {

    /** How long a wait is before somebody hears how far it is. */
    private static final Duration BREATH = Duration.ofMillis(500);

    /**
     * What is known of the time before.
     *
     * @param steps what is told of it, of a bundle
     * @param watched since when it was watched; nothing for what was taken from a cluster
     */
    record Memory(List<TimelineStep> steps, Optional<Window> watched) {}

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
                new Scope.Everything(),
                bundle.world(),
                new Reading(bundle.objects().counts(), bundle.objects().coverage(), bundle.problems()),
                new Memory(bundle.extras().timeline(), Optional.empty()));
    }

    /** Of the whole cluster when no namespace is named. */
    static Sight live(LiveOptions options, @Nullable String namespace, SlowWork progress) {
        try (Together together = options.start(namespace)) {
            World world = awaited(together, options.patience(), progress)
                    .orElseThrow(() -> CliFault.unreachable(
                            "the cluster was not seen completely within %d s: raise --timeout or name a --namespace"
                                    .formatted(options.patience().toSeconds())));
            return new Sight(
                    namespace == null ? "cluster" : namespace,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    namespace == null ? new Scope.Everything() : new Scope.InNamespace(namespace),
                    world,
                    new Reading(counts(world), Completeness.of(world), List.of()),
                    new Memory(List.of(), together.brain().stream().past()));
        }
    }

    private static Optional<World> awaited(Together together, Duration patience, SlowWork progress) {
        Instant end = Instant.now().plus(patience);
        Optional<World> world = Optional.empty();
        while (world.isEmpty() && Instant.now().isBefore(end)) {
            Duration left = Duration.between(Instant.now(), end);
            world = together.brain().world(left.compareTo(BREATH) < 0 ? left : BREATH);
            progress.at(together.kindsSeen(), Kind.WATCHED.size(), "kinds");
        }
        progress.end();
        return world;
    }

    /** Events are no resources of a world: of each resource it remembers the newest. */
    private static Map<Kind, Integer> counts(World world) {
        Map<Kind, Integer> counts = world.all()
                .map(resource -> resource.ref().kind())
                .collect(Collectors.toMap(kind -> kind, _ -> 1, Integer::sum, LinkedHashMap::new));
        int events = world.noted().mapToInt(about -> world.events(about).size()).sum();
        if (events > 0) {
            counts.put(Kind.EVENT, events);
        }
        return counts;
    }

    /** Of a bundle: the same at an earlier moment. Whatever went since may have been there, so of no kind all is known. */
    Sight asOf(Instant moment) {
        World past = Past.asOf(world, steps(), moment);
        return new Sight(
                name, moment, scope, past, new Reading(counts(past), Completeness.NONE, read.problems()), memory);
    }

    /** What somebody told of the past. */
    List<Change> told() {
        return Past.changes(world, steps());
    }

    List<TimelineStep> steps() {
        return memory.steps();
    }

    Optional<Window> watched() {
        return memory.watched();
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
        Stream<String> hidden = Health.unseen(world, scope);
        Stream<String> left = read.problems().stream().filter(Problem::skipped).map(Problem::toString);
        return Stream.concat(hidden, left).toList();
    }
}
