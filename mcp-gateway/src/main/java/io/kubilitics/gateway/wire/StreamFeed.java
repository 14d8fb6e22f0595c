package io.kubilitics.gateway.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.grpc.stub.StreamObserver;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import io.kubilitics.proto.ClusterUpdate;
import io.kubilitics.proto.Removed;
import io.kubilitics.proto.Upsert;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the brain's own world from what the body streams, with the same observers. Not to be used before it is synced. */
public final class StreamFeed implements StreamObserver<ClusterUpdate> {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFeed.class);

    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile World world = World.empty();
    private volatile boolean synced;
    private volatile boolean ended;

    @Override
    public void onNext(ClusterUpdate update) {
        switch (update.getUpdateCase()) {
            case BEGIN -> begin();
            case UPSERT -> world = world.applyAll(observe(update.getUpsert()));
            case REMOVED -> world = world.apply(new Observation.Gone(ref(update.getRemoved())));
            case LISTED ->
                world = world.apply(
                        new Observation.Listed(kind(update.getListed().getKind())));
            case SYNCED -> {
                synced = true;
                settled.countDown();
            }
            case UPDATE_NOT_SET -> LOG.warn("the body says something this brain does not know; is it newer?");
        }
    }

    private void begin() {
        synced = false;
        world = World.empty();
    }

    @Override
    public void onError(Throwable broken) {
        synced = false;
        settled.countDown();
        if (!ended) {
            LOG.atWarn().addKeyValue("reason", broken.getMessage()).log("the stream from the body broke");
        }
    }

    /** From now on nothing more is expected. */
    void end() {
        ended = true;
    }

    @Override
    public void onCompleted() {
        synced = false;
        settled.countDown();
    }

    /** The world, once all of it was seen; nothing when that does not happen in time. */
    public Optional<World> synced(Duration patience) {
        try {
            settled.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        return synced ? Optional.of(world) : Optional.empty();
    }

    private static List<Observation> observe(Upsert upsert) {
        try {
            return Observers.observe(kind(upsert.getKind()), upsert.getObject());
        } catch (JsonProcessingException | RuntimeException broken) {
            LOG.atError()
                    .addKeyValue("kind", upsert.getKind().getName())
                    .setCause(broken)
                    .log("an object could not be read and is left out");
            return List.of();
        }
    }

    private static ResourceRef ref(Removed removed) {
        return new ResourceRef(kind(removed.getKind()), removed.getNamespace(), removed.getName());
    }

    private static Kind kind(io.kubilitics.proto.Kind kind) {
        return new Kind(kind.getGroup(), kind.getName());
    }
}
