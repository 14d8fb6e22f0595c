package io.kubilitics.gateway.wire;

import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import io.kubilitics.proto.ClusterUpdate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the brain's own world from what the body streams, with the same observers. The world is given out only while it is
 * whole: from the moment the body has told everything until the stream breaks. After a break the next stream tells everything
 * anew, and nothing of the world before is kept.
 */
public final class StreamFeed {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFeed.class);

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private World world = World.empty();
    private String epoch = "";
    private boolean synced;
    private boolean ended;
    private long streams;
    private String broken = "the body has not answered yet";

    public StreamFeed() {
        this(InstantSource.system());
    }

    /** The clock tells when something was noticed to be gone. */
    StreamFeed(InstantSource clock) {
        this.clock = clock;
    }

    /** A stream is being asked for. */
    void open() {
        locked(() -> streams++);
    }

    void take(ClusterUpdate update) {
        switch (update.getUpdateCase()) {
            case BEGIN -> begin(update.getBegin().getEpoch());
            case UPSERT -> learn(Sightings.of(update.getUpsert()));
            case REMOVED -> learn(List.of(Sightings.of(update.getRemoved(), clock.instant())));
            case LISTED, REFUSED, OUTLINED -> learn(List.of(Sightings.coverage(update)));
            case SYNCED -> locked(() -> synced = begun());
            case UPDATE_NOT_SET -> LOG.warn("the body says something this brain does not know; is it newer?");
        }
    }

    private void begin(String name) {
        locked(() -> {
            forget();
            epoch = name;
        });
    }

    /** What comes before a beginning belongs to no world. */
    private void learn(List<Observation> observations) {
        locked(() -> {
            if (begun()) {
                world = world.applyAll(observations);
            }
        });
    }

    private boolean begun() {
        return !epoch.isEmpty();
    }

    /** The stream is gone, and with it the right to say anything. */
    void lose(String reason) {
        locked(() -> {
            forget();
            broken = reason;
        });
    }

    /** From now on nothing more is expected. */
    void end() {
        locked(() -> {
            forget();
            broken = "the connection was closed";
            ended = true;
        });
    }

    private void forget() {
        synced = false;
        epoch = "";
        world = World.empty();
    }

    /** The world, once all of it was seen; nothing when that does not happen in time. */
    public Optional<World> synced(Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!synced && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return synced ? Optional.of(world) : Optional.empty();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    public StreamState state() {
        lock.lock();
        try {
            Optional<String> trouble =
                    synced ? Optional.empty() : Optional.of(begun() ? "the body has not told everything yet" : broken);
            return new StreamState(begun(), synced, epoch, Math.max(0, streams - 1), trouble);
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            if (!ended) {
                change.run();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
