package io.kubilitics.e2e.feed;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.gateway.wire.BodyClient;
import io.kubilitics.graph.world.World;
import io.kubilitics.operator.feed.ClusterFeed;
import io.kubilitics.operator.feed.Limits;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.operator.feed.Watches;
import io.kubilitics.operator.feed.WorldKeeper;
import io.kubilitics.operator.safety.OwnRights;
import io.kubilitics.operator.telemetry.Telemetry;
import io.kubilitics.operator.wire.BodyService;
import io.kubilitics.operator.wire.LocalWire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A body that looks with somebody's rights, and a brain that listens to it. */
final class Lookout implements AutoCloseable {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KubernetesClient client;
    private final Telemetry telemetry = new Telemetry(CLOCK);
    private final WorldKeeper keeper = new WorldKeeper(telemetry, CLOCK);
    private final ClusterFeed feed;
    private final LocalWire wire;
    private final BodyClient brain;

    /**
     * Begins to look.
     *
     * @param client whose rights it has; closed with this
     * @param namespace to look at alone, or none for all
     */
    Lookout(KubernetesClient client, Optional<String> namespace) {
        this(client, namespace, Limits.STANDARD);
    }

    /** The same for one that waits longer or shorter. */
    Lookout(KubernetesClient client, Optional<String> namespace, Limits limits) {
        this.client = client;
        SecretValues secrets = new SecretValues();
        feed = new ClusterFeed(
                client, namespace, keeper, secrets, new Watches(CLOCK, limits), new OwnRights(client, CLOCK));
        BodyService service = new BodyService(keeper, client, secrets, Optional.empty());
        wire = new LocalWire(service);
        brain = BodyClient.inProcess(wire.name());
        telemetry.show(keeper);
        telemetry.show(feed);
        telemetry.show(service);
        feed.start();
    }

    /** The same once it has seen all that it may. */
    Lookout synced() {
        eventually(() -> assertThat(keeper.synced()).isTrue());
        return this;
    }

    ClusterFeed feed() {
        return feed;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    /** Where a brain would find it. */
    String address() {
        return wire.name();
    }

    World body() {
        return keeper.world();
    }

    World brain() {
        return brain.feed().synced(PATIENCE).orElseThrow();
    }

    @Override
    public void close() {
        brain.close();
        wire.close();
        feed.close();
        keeper.close();
        telemetry.close();
        client.close();
    }
}
