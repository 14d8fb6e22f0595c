package io.kubilitics.gateway.wire;

import io.kubilitics.graph.time.WorldRing;
import io.kubilitics.graph.time.WorldRing.Window;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import io.kubilitics.proto.ClusterUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the brain's own world from what the body streams, with the same observers. The world is given out only while it is
 * whole: from the moment the body has told everything until the stream breaks. So long its past is kept too. After a break the
 * next stream tells everything anew, and nothing of the world before is kept: what happened meanwhile nobody saw.
 */
public final class StreamFeed {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFeed.class);

    private static final Duration LONGEST_PAST = Duration.ofHours(1);

    /** Of the memory; the world itself needs more. */
    private static final int PAST_SHARE = 8;

    private static final long MOST_PAST = 512L << 20;

    private final InstantSource clock;
    private final long pastBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** While it is not whole. */
    private World coming = World.empty();

    /** Since it is whole. */
    private Optional<WorldRing> whole = Optional.empty();

    private String epoch = "";
    private boolean ended;
    private long streams;
    private String broken = "the body has not answered yet";

    /** The clock tells when something was noticed. */
    StreamFeed(InstantSource clock) {
        this(clock, Math.min(Runtime.getRuntime().maxMemory() / PAST_SHARE, MOST_PAST));
    }

    StreamFeed(InstantSource clock, long pastBytes) {
        this.clock = clock;
        this.pastBytes = pastBytes;
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
            case SYNCED -> locked(this::complete);
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
            if (whole.isPresent()) {
                observations.forEach(each -> whole.get().apply(each, clock.instant()));
            } else if (begun()) {
                coming = coming.applyAll(observations);
            }
        });
    }

    /** It may be said more than once. */
    private void complete() {
        if (begun() && whole.isEmpty()) {
            whole = Optional.of(new WorldRing(coming, clock.instant(), LONGEST_PAST, pastBytes));
            coming = World.empty();
        }
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
        whole = Optional.empty();
        epoch = "";
        coming = World.empty();
    }

    /** The world, once all of it was seen; nothing when that does not happen in time. */
    public Optional<World> synced(Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (whole.isEmpty() && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return whole.map(WorldRing::now);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** The world as it was at a moment; nothing when that is outside of what the state tells of the past. */
    public Optional<World> asOf(Instant moment) {
        return whole().flatMap(ring -> moment.isAfter(clock.instant()) ? Optional.empty() : ring.asOf(moment));
    }

    /** A ring may be asked by anybody at any time: it need not hold up the stream. */
    private Optional<WorldRing> whole() {
        lock.lock();
        try {
            return whole;
        } finally {
            lock.unlock();
        }
    }

    public StreamState state() {
        lock.lock();
        try {
            Optional<String> trouble = whole.isPresent()
                    ? Optional.empty()
                    : Optional.of(begun() ? "the body has not told everything yet" : broken);
            return new StreamState(
                    begun(), whole.isPresent(), epoch, Math.max(0, streams - 1), whole.map(this::window), trouble);
        } finally {
            lock.unlock();
        }
    }

    /** It reaches to this moment, though nothing may have happened for a while. */
    private Window window(WorldRing ring) {
        Window told = ring.window();
        return new Window(told.from(), clock.instant(), told.full(), told.bytes());
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
