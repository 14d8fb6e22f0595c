package io.kubilitics.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.operator.feed.InformerFeed;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.operator.feed.WorldKeeper;
import io.kubilitics.operator.wire.BodyService;
import io.kubilitics.operator.wire.LocalWire;
import java.util.Optional;

/** The body, put together: informers feed its world, the wire tells the brain. Started by its constructor, ended by close. */
public final class Body implements AutoCloseable {

    private final KubernetesClient client;
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
        keeper = new WorldKeeper();
        feed = new InformerFeed(client, namespace, keeper, secrets);
        wire = new LocalWire(new BodyService(keeper, client, secrets, Optional.empty()));
        feed.start();
    }

    /** Where the brain finds this body. */
    public String address() {
        return wire.name();
    }

    public WorldKeeper world() {
        return keeper;
    }

    @Override
    public void close() {
        wire.close();
        feed.close();
        keeper.close();
        client.close();
    }
}
