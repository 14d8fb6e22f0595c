package io.kubilitics.cli.up;

import io.kubilitics.gateway.Brain;
import io.kubilitics.gateway.watch.News;
import io.kubilitics.gateway.watch.Watch;
import io.kubilitics.gateway.wire.BodyClient;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.World;
import io.kubilitics.operator.Access;
import io.kubilitics.operator.Body;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Body and brain in this process, for as long as it is open. The same wire as between two; a convenience, no isolation. */
final class BodyAndBrain implements AutoCloseable {

    private final Body body;
    private final Brain brain;
    private Optional<Watch> watch = Optional.empty();

    BodyAndBrain(Access access, Optional<String> namespace) {
        body = new Body(access, namespace);
        brain = new Brain(BodyClient.inProcess(body.address()), InstantSource.system());
    }

    boolean hasSeenAll() {
        return body.world().synced();
    }

    /** How much was seen so far. */
    String progress() {
        World world = body.world().world();
        return "%d of %d kinds"
                .formatted(Kind.WATCHED.stream().filter(world::listed).count(), Kind.WATCHED.size());
    }

    void watch(Scope scope, Consumer<News> listener) {
        watch = Optional.of(brain.watch(scope, listener));
    }

    @Override
    public void close() {
        watch.ifPresent(Watch::close);
        brain.close();
        body.close();
    }
}
