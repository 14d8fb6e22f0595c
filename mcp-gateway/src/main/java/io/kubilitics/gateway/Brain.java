package io.kubilitics.gateway;

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
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.evidence.SceneToolbox;
import io.kubilitics.reasoning.report.Report;
import io.kubilitics.reasoning.report.Reporter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The brain, put together: a world of its own, investigations on it, reports of them. */
public final class Brain implements AutoCloseable {

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
