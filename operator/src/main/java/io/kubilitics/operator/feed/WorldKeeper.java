package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Coverage;
import io.kubilitics.graph.world.Kept;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the body's world. One thread takes what waits, applies it and tells the followers; whoever reads the world holds a value
 * and needs no lock. Who brings updates never waits: of each object only the newest state is kept for the thread, so a slow one
 * costs no more memory than there are objects. Holding up the watches instead would make the API server end them.
 */
public final class WorldKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorldKeeper.class);
    private static final Duration LONGEST_WORK = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Who brings one object mostly brings more, and to be woken for each would cost more than all else that is done with it. */
    private static final Duration MOMENT = Duration.ofMillis(1);

    /** The largest kinds of a large cluster, compressed, are a tenth of what all of the world needs. */
    private static final int PARTS_OF_MEMORY = 8;

    private final InstantSource clock;
    private final Witness witness;
    private final Backlog<Runnable> backlog;
    private final Shelf shelf;
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
        this(witness, clock, Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY);
    }

    /**
     * A keeper with little room.
     *
     * @param room for the objects of each kind, compressed, in bytes
     */
    public WorldKeeper(Witness witness, InstantSource clock, long room) {
        this.witness = witness;
        this.clock = clock;
        shelf = new Shelf(room);
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
        return shelf.stocks().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue().objects()));
    }

    /** Of how many objects of a kind only the metadata is known, because there is no room for more. */
    public int outlined(Kind kind) {
        return shelf.of(kind).outlined();
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
        take(update, update instanceof Update.Put put ? observe(put) : List.of(), written);
    }

    /**
     * Takes note of an object, after all that was taken before. Whoever brings it reads it and packs it: there are several who
     * bring, and one who applies.
     *
     * @param object trimmed
     * @param written as in {@link Witness#applied}
     */
    void see(ResourceRef ref, JsonNode object, Optional<Instant> written) {
        Update.Put put = new Update.Put(ref, Kept.of(object.toString(), object), false);
        take(put, reading(ref, () -> Observers.observe(ref.kind(), object, put.object())), written);
    }

    private void take(Update update, List<Observation> told, Optional<Instant> written) {
        enqueue(update, () -> {
            apply(update, told);
            witness.applied(update, written);
        });
    }

    /** From now on the follower is told everything: first what is known, then what changes. */
    public void follow(Follower follower) {
        enqueue(follower, () -> {
            shelf.objects().forEach(follower::tell);
            world.coverage().kinds().forEach((kind, reach) -> tell(follower, kind, reach));
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

    private static void tell(Follower follower, Kind kind, Coverage.Reach reach) {
        if (reach.everywhere()) {
            follower.tell(new Update.Listed(kind));
        }
        reach.namespaces().forEach(namespace -> follower.tell(new Update.Listed(kind, namespace)));
        reach.refused().forEach((namespace, reason) -> follower.tell(new Update.Refused(kind, namespace, reason)));
        if (reach.outlined() > 0) {
            follower.tell(new Update.Outlined(kind, reach.outlined()));
        }
    }

    private void apply(Update update, List<Observation> told) {
        switch (update) {
            case Update.Put put -> put(put, told);
            case Update.Remove(var ref) -> {
                shelf.remove(ref);
                learn(update, List.of(new Observation.Gone(ref, clock.instant())));
                recount(ref.kind());
            }
            case Update.Listed(var kind, var namespace) ->
                learn(update, List.of(new Observation.Listed(kind, namespace)));
            case Update.Refused(var kind, var namespace, var reason) ->
                learn(update, List.of(new Observation.Refused(kind, namespace, reason)));
            case Update.Outlined(var kind, var objects) ->
                learn(update, List.of(new Observation.Outlined(kind, objects)));
            case Update.Synced() -> {
                synced = true;
                learn(update, List.of());
            }
        }
    }

    private void put(Update.Put put, List<Observation> told) {
        Update.Put kept = shelf.put(put);
        learn(kept, kept.outline() ? observe(kept) : told);
        recount(put.ref().kind());
    }

    private void recount(Kind kind) {
        int outlined = shelf.of(kind).outlined();
        if (outlined != world.coverage().of(kind).outlined()) {
            learn(new Update.Outlined(kind, outlined), List.of(new Observation.Outlined(kind, outlined)));
        }
    }

    private void learn(Update update, List<Observation> told) {
        world = world.applyAll(told);
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

    private List<Observation> observe(Update.Put put) {
        return reading(put.ref(), () -> Sightings.of(put));
    }

    private List<Observation> reading(ResourceRef ref, Callable<List<Observation>> reading) {
        try {
            return reading.call();
        } catch (Exception broken) {
            witness.failed();
            LOG.atError().addKeyValue("ref", ref).setCause(broken).log("an object could not be read and is left out");
            return List.of();
        }
    }

    private void enqueue(Update update, Runnable task) {
        if (!closed && update.sumsUp()) {
            backlog.putLast(update.subject(), task);
        } else {
            enqueue(update.subject(), task);
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
                if (backlog.size() == 0) {
                    Thread.sleep(MOMENT);
                }
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
