package io.kubilitics.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.operator.feed.InformerFeed;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.operator.feed.Watches;
import io.kubilitics.operator.feed.WorldKeeper;
import io.kubilitics.operator.telemetry.Check;
import io.kubilitics.operator.telemetry.Telemetry;
import io.kubilitics.operator.wire.BodyService;
import io.kubilitics.operator.wire.LocalWire;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The body, put together: informers feed its world, the wire tells the brain. Started by its constructor, ended by close. */
public final class Body implements AutoCloseable {

    private final KubernetesClient client;
    private final Telemetry telemetry = new Telemetry(InstantSource.system());
    private final WorldKeeper keeper;
    private final InformerFeed feed;
    private final LocalWire wire;

    /**
     * Starts at once; {@link WorldKeeper#synced()} tells when everything has been seen.
     *
     * @param namespace to look at alone, or none for the whole cluster
     */
    public Body(Access access, Optional<String> namespace) {
        client = access.connect();
        SecretValues secrets = new SecretValues();
        keeper = new WorldKeeper(telemetry, InstantSource.system());
        feed = new InformerFeed(client, namespace, keeper, secrets, new Watches(InstantSource.system()));
        BodyService service = new BodyService(keeper, client, secrets, Optional.empty());
        wire = new LocalWire(service);
        telemetry.show(keeper);
        telemetry.show(feed);
        telemetry.show(service);
        feed.start();
    }

    /** Where the brain finds this body. */
    public String address() {
        return wire.name();
    }

    public WorldKeeper world() {
        return keeper;
    }

    public Telemetry telemetry() {
        return telemetry;
    }

    /** What must hold, or this process is to be started anew. */
    public List<Check> live() {
        return List.of(Check.writer(keeper));
    }

    /** What must hold for this body to be of use. */
    public List<Check> ready() {
        return List.of(Check.synced(keeper), Check.watches(feed));
    }

    @Override
    public void close() {
        wire.close();
        feed.close();
        keeper.close();
        client.close();
        telemetry.close();
    }
}
