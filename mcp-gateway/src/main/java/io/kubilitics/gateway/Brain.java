package io.kubilitics.gateway;

import io.kubilitics.gateway.bundle.write.Recorder;
import io.kubilitics.gateway.bundle.write.Recording;
import io.kubilitics.gateway.watch.Examiner;
import io.kubilitics.gateway.watch.News;
import io.kubilitics.gateway.watch.Watch;
import io.kubilitics.gateway.wire.BodyClient;
import io.kubilitics.gateway.wire.StreamState;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.FactCheck;
import io.kubilitics.reasoning.Investigator;
import io.kubilitics.reasoning.Step;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.evidence.SceneToolbox;
import io.kubilitics.reasoning.log.Redaction;
import io.kubilitics.reasoning.report.Report;
import io.kubilitics.reasoning.report.Reporter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The brain, put together: a world of its own, investigations on it, reports of them. */
public final class Brain implements AutoCloseable {

    /** Whoever reads logs now reads what was said since. */
    private static final LogSource LATE =
            _ -> new Evidence.Unavailable("logs are read when they are needed, and none were kept from then");

    /** So often something may change while it is looked at. */
    private static final int MOST_TRIES = 3;

    private final BodyClient body;
    private final InstantSource clock;
    private final Catalogue catalogue = Catalogue.full();

    public Brain(BodyClient body, InstantSource clock) {
        this.body = body;
        this.clock = clock;
    }

    /** What is unwell in a part of the cluster and why; nothing when the world was not synced in time. */
    public Optional<Report> diagnose(String name, Scope scope, Duration patience) {
        return body.feed().synced(patience).map(world -> diagnose(name, scope, world));
    }

    /** The world itself; nothing when it was not synced in time. */
    public Optional<World> world(Duration patience) {
        return body.feed().synced(patience);
    }

    /** The same at a moment of the past; nothing when the world was not seen then. */
    public Optional<Report> diagnose(String name, Scope scope, Instant moment) {
        return asOf(moment).map(world -> {
            Scene scene = Scene.live(world, LATE, moment);
            List<Step> steps = Investigator.investigate(catalogue, scene, scope);
            return new Reporter(catalogue).report(name, new FactCheck(catalogue, new SceneToolbox(scene)).check(steps));
        });
    }

    /** The world as it was; nothing when the past that is kept does not reach there. */
    public Optional<World> asOf(Instant moment) {
        return body.feed().asOf(moment);
    }

    /** By this brain's clock. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * The same with all that the answer rests on, for somebody who looks at it elsewhere. What changes meanwhile makes it begin
     * anew; of a cluster that does not rest it is about the moment that is recorded.
     */
    public Optional<Recording> record(String name, Scope scope, Duration patience) {
        return body.feed().synced(patience).map(seen -> {
            Recording recording = record(name, scope, seen);
            for (int tries = 1; tries < MOST_TRIES && !holds(recording); tries++) {
                recording = record(name, scope, world(Duration.ZERO).orElse(seen));
            }
            return recording;
        });
    }

    private Recording record(String name, Scope scope, World world) {
        Recorder logs = new Recorder(body, Redaction::of);
        // A timeline tells time to the millisecond.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Step> steps = Investigator.investigate(catalogue, Scene.live(world, logs, now), scope);
        return new Recording(name, steps, world, logs, now);
    }

    private boolean holds(Recording recording) {
        World newest = world(Duration.ZERO).orElse(recording.world());
        Scene scene = Scene.live(newest, recording.logs(), recording.now());
        return new FactCheck(catalogue, new SceneToolbox(scene))
                .check(recording.steps())
                .equals(recording.steps());
    }

    /** The answer that was recorded. */
    public Report report(Recording recording) {
        return new Reporter(catalogue).report(recording.name(), recording.steps());
    }

    private Report diagnose(String name, Scope scope, World world) {
        List<Step> steps = Investigator.investigate(catalogue, scene(world), scope);
        World newest = world(Duration.ZERO).orElse(world);
        return new Reporter(catalogue)
                .report(name, new FactCheck(catalogue, new SceneToolbox(scene(newest))).check(steps));
    }

    private Scene scene(World world) {
        return Scene.live(world, body, clock.instant());
    }

    /** How the stream from the body is, which this brain's world is made of. */
    public StreamState stream() {
        return body.feed().state();
    }

    /** Watches a part of the cluster until it is closed, and asks the body for what would mend it. */
    public Watch watch(Scope scope, Consumer<News> listener) {
        return new Watch(
                () -> body.feed().synced(Duration.ZERO),
                new Examiner(catalogue, body, scope, clock),
                body.proposals(),
                listener);
    }

    @Override
    public void close() {
        body.close();
    }
}
