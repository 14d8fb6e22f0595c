package io.kubilitics.gateway;

import io.kubilitics.gateway.wire.BodyClient;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.Investigator;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.WorldToolbox;
import io.kubilitics.reasoning.report.Report;
import io.kubilitics.reasoning.report.Reporter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

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
        Investigator investigator = new Investigator(catalogue, new WorldToolbox(world, body));
        return new Reporter(catalogue).report(name, investigator.investigate(world, scope, clock.instant()));
    }

    @Override
    public void close() {
        body.close();
    }
}
