package io.kubilitics.operator.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the body's world. One thread takes what waits, applies it and tells the followers; whoever reads the world holds a value
 * and needs no lock. Who brings updates never waits: of each object only the newest state is kept for the thread, so a slow one
 * costs no more memory than there are objects. Holding up the informers instead would let their own queues grow without end.
 */
public final class WorldKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorldKeeper.class);
    private static final Duration LONGEST_WORK = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Witness witness;
    private final Backlog<Runnable> backlog;
    private final Map<ResourceRef, String> objects = new LinkedHashMap<>();
    private final Map<Kind, Integer> counts = new ConcurrentHashMap<>();
    private final Set<Kind> listed = new LinkedHashSet<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Thread writer;

    private volatile World world = World.empty();
    private volatile boolean synced;
    private volatile boolean closed;
    private volatile @Nullable Instant busySince;

    /** A keeper that nobody measures. */
    public WorldKeeper() {
        this(Witness.NONE, InstantSource.system());
    }

    public WorldKeeper(Witness witness, InstantSource clock) {
        this.witness = witness;
        this.clock = clock;
        backlog = new Backlog<>(clock);
        writer = Thread.ofPlatform().daemon().name("world-writer").start(this::work);
    }

    /** The world as it is now. */
    public World world() {
        return world;
    }

    /** Whether everything that can be seen has been seen; nothing is to be concluded before. */
    public boolean synced() {
        return synced;
    }

    /** What was brought and is not in the world yet. */
    public Backlog<?> backlog() {
        return backlog;
    }

    /** How many objects of each kind are known. */
    public Map<Kind, Integer> objects() {
        return Map.copyOf(counts);
    }

    /** Why no more is done; nothing while all is well. */
    public Optional<String> stuck() {
        if (!writer.isAlive()) {
            return Optional.of("the thread that writes the world has ended");
        }
        return Optional.ofNullable(busySince)
                .map(since -> Duration.between(since, clock.instant()))
                .filter(busy -> busy.compareTo(LONGEST_WORK) > 0)
                .map(busy -> "one update has taken %d s so far".formatted(busy.toSeconds()));
    }

    /** Takes note, after all that was taken before. */
    public void take(Update update) {
        take(update, Optional.empty());
    }

    /**
     * Takes note, after all that was taken before.
     *
     * @param written as in {@link Witness#applied}
     */
    public void take(Update update, Optional<Instant> written) {
        enqueue(update.subject(), () -> {
            apply(update);
            witness.applied(update, written);
        });
    }

    /** From now on the follower is told everything: first what is known, then what changes. */
    public void follow(Follower follower) {
        enqueue(follower, () -> {
            objects.forEach((ref, object) -> follower.tell(new Update.Put(ref, object)));
            listed.forEach(kind -> follower.tell(new Update.Listed(kind)));
            if (synced) {
                follower.tell(new Update.Synced());
            }
            followers.add(follower);
        });
    }

    /** Replaces a wish to follow that still waits: it must not come true afterwards. */
    public void unfollow(Follower follower) {
        enqueue(follower, () -> followers.remove(follower));
    }

    private void apply(Update update) {
        switch (update) {
            case Update.Put(var ref, var object) -> {
                if (objects.put(ref, object) == null) {
                    counts.merge(ref.kind(), 1, Integer::sum);
                }
                world = world.applyAll(observe(ref, object));
            }
            case Update.Remove(var ref) -> {
                if (objects.remove(ref) != null) {
                    counts.merge(ref.kind(), -1, Integer::sum);
                }
                world = world.apply(new Observation.Gone(ref, clock.instant()));
            }
            case Update.Listed(var kind) -> {
                listed.add(kind);
                world = world.apply(new Observation.Listed(kind));
            }
            case Update.Synced() -> synced = true;
        }
        followers.forEach(follower -> tell(follower, update));
    }

    /** A follower that fails has missed something and must begin anew; the world and the others go on. */
    private void tell(Follower follower, Update update) {
        try {
            follower.tell(update);
        } catch (RuntimeException broken) {
            followers.remove(follower);
            failed(broken, "a follower failed and is told no more");
        }
    }

    private List<Observation> observe(ResourceRef ref, String object) {
        try {
            return Observers.observe(ref.kind(), object);
        } catch (JsonProcessingException | RuntimeException broken) {
            witness.failed();
            LOG.atError().addKeyValue("ref", ref).setCause(broken).log("an object could not be read and is left out");
            return List.of();
        }
    }

    private void enqueue(Object subject, Runnable task) {
        if (!closed) {
            backlog.put(subject, task);
        }
    }

    private void work() {
        try {
            while (!closed) {
                Runnable task = backlog.take();
                busySince = clock.instant();
                perform(task);
                busySince = null;
            }
        } catch (InterruptedException ended) {
            LOG.debug("the world is kept no longer");
        }
    }

    private void perform(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            failed(broken, "an update could not be applied and is left out");
        }
    }

    private void failed(RuntimeException broken, String what) {
        witness.failed();
        LOG.atError().setCause(broken).log(what);
    }

    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
