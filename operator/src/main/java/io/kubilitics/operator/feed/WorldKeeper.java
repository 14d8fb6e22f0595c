package io.kubilitics.operator.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the body's world. One thread takes updates from a bounded queue, applies them and tells the followers; whoever reads the
 * world holds a value and needs no lock. A full queue slows the informers, which keep the newest state of each object anyway.
 */
public final class WorldKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorldKeeper.class);
    private static final int QUEUE = 10_000;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(QUEUE);
    private final Map<ResourceRef, String> objects = new LinkedHashMap<>();
    private final Set<Kind> listed = new LinkedHashSet<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Thread writer;

    private volatile World world = World.empty();
    private volatile boolean synced;

    public WorldKeeper() {
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

    public int waiting() {
        return queue.size();
    }

    /** Takes note, after all that was taken before. */
    public void take(Update update) {
        enqueue(() -> apply(update));
    }

    /** From now on the follower is told everything: first what is known, then what changes. */
    public void follow(Follower follower) {
        enqueue(() -> {
            objects.forEach((ref, object) -> follower.tell(new Update.Put(ref, object)));
            listed.forEach(kind -> follower.tell(new Update.Listed(kind)));
            if (synced) {
                follower.tell(new Update.Synced());
            }
            followers.add(follower);
        });
    }

    public void unfollow(Follower follower) {
        followers.remove(follower);
    }

    private void apply(Update update) {
        switch (update) {
            case Update.Put(var ref, var object) -> {
                objects.put(ref, object);
                world = world.applyAll(observe(ref, object));
            }
            case Update.Remove(var ref) -> {
                objects.remove(ref);
                world = world.apply(new Observation.Gone(ref));
            }
            case Update.Listed(var kind) -> {
                listed.add(kind);
                world = world.apply(new Observation.Listed(kind));
            }
            case Update.Synced() -> synced = true;
        }
        followers.forEach(follower -> follower.tell(update));
    }

    private static List<Observation> observe(ResourceRef ref, String object) {
        try {
            return Observers.observe(ref.kind(), object);
        } catch (JsonProcessingException | RuntimeException broken) {
            LOG.atError().addKeyValue("ref", ref).setCause(broken).log("an object could not be read and is left out");
            return List.of();
        }
    }

    private void enqueue(Runnable task) {
        try {
            queue.put(task);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                queue.take().run();
            }
        } catch (InterruptedException ended) {
            LOG.debug("the world is kept no longer");
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
