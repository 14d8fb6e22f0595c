package io.kubilitics.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.BodyName;
import io.kubilitics.operator.feed.ClusterFeed;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.operator.feed.Watches;
import io.kubilitics.operator.feed.WorldKeeper;
import io.kubilitics.operator.proposal.PhaseListener;
import io.kubilitics.operator.safety.OwnAccount;
import io.kubilitics.operator.safety.OwnRights;
import io.kubilitics.operator.telemetry.Check;
import io.kubilitics.operator.telemetry.Telemetry;
import io.kubilitics.operator.wire.BodyService;
import io.kubilitics.operator.wire.LocalWire;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The body, put together: a feed fills its world, the wire tells the brain, a hand does what was approved. Ended by close. */
public final class Body implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Body.class);

    private final InstantSource clock = InstantSource.system();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final Telemetry telemetry = new Telemetry(clock);
    private final SecretValues secrets = new SecretValues();
    private final WorldKeeper keeper;
    private final ClusterFeed feed;
    private final LocalWire wire;
    private final Optional<Hands> hands;

    /** A body that looks, as whoever started it, and never does anything. {@link WorldKeeper#synced()} tells when it has seen all. */
    public static Body looking(Access access, Optional<String> namespace) {
        return new Body(access.connect(), namespace, Optional.empty());
    }

    /**
     * A body that also carries proposals out, as its own account: whoever starts it only lends it the right to a token.
     *
     * @param namespace to look at alone, or none for the whole cluster
     * @param phases is told of each proposal that moves
     */
    public static Body acting(Access access, Optional<String> namespace, PhaseListener phases) {
        return new Body(access.connect(), namespace, Optional.of(phases));
    }

    private Body(KubernetesClient user, Optional<String> namespace, Optional<PhaseListener> phases) {
        parts.add(telemetry);
        parts.add(user);
        try {
            KubernetesClient client = phases.isPresent() ? ownAccount(user) : user;
            keeper = closing(new WorldKeeper(telemetry, clock));
            feed = closing(new ClusterFeed(
                    client, namespace, keeper, secrets, new Watches(clock), new OwnRights(client, clock)));
            hands = phases.map(
                    listener -> closing(new Hands(client, namespace, keeper, this::seesAll, listener, clock)));
            BodyService service = new BodyService(keeper, client, secrets, hands.map(Hands::proposals));
            wire = closing(new LocalWire(service));
            telemetry.show(keeper);
            telemetry.show(feed);
            telemetry.show(service);
            feed.start();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private KubernetesClient ownAccount(KubernetesClient user) {
        return closing(new OwnAccount(user, BodyName.DEFAULT, clock)).client();
    }

    private <T extends AutoCloseable> T closing(T part) {
        parts.add(part);
        return part;
    }

    /** Nothing is done on a world that is not complete, or that nobody tells of changes any more. */
    private boolean seesAll() {
        return keeper.synced() && feed.watches().away().isEmpty();
    }

    /** Where the brain finds this body. */
    public String address() {
        return wire.name();
    }

    public WorldKeeper world() {
        return keeper;
    }

    /**
     * The text without the values of all Secrets that are visible.
     *
     * @param names of objects, which are no secrets whatever Secret repeats them
     */
    public String withoutSecrets(String text, Set<String> names) {
        return secrets.scrub(text, names);
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
        List<Check> checks = new ArrayList<>(List.of(Check.synced(keeper), Check.watches(feed)));
        hands.ifPresent(working -> checks.add(new Check("proposals", working::trouble)));
        return checks;
    }

    /** What was put on last ends first. */
    @Override
    public void close() {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception broken) {
                LOG.atWarn()
                        .addKeyValue("part", part.getClass().getSimpleName())
                        .setCause(broken)
                        .log("a part did not end well");
            }
        }
        parts.clear();
    }
}
