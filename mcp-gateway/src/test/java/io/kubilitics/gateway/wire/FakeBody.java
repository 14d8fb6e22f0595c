package io.kubilitics.gateway.wire;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.kubilitics.proto.Begin;
import io.kubilitics.proto.BodyGrpc;
import io.kubilitics.proto.ClusterUpdate;
import io.kubilitics.proto.Kind;
import io.kubilitics.proto.Listed;
import io.kubilitics.proto.StreamRequest;
import io.kubilitics.proto.Synced;
import io.kubilitics.proto.Upsert;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A body behind a real gRPC server that can be taken away and brought back, and does as it is told. */
public final class FakeBody extends BodyGrpc.BodyImplBase {

    private static final Kind CONFIG_MAP =
            Kind.newBuilder().setName("ConfigMap").build();

    private final String address = "fake-" + UUID.randomUUID();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<StreamObserver<ClusterUpdate>> brains = new CopyOnWriteArrayList<>();
    private volatile List<String> configMaps = List.of();
    private volatile boolean refusing;
    private volatile boolean holdingBack;
    private @Nullable Server server;

    public String address() {
        return address;
    }

    /** How often a stream was asked for. */
    int asked() {
        return asked.get();
    }

    FakeBody knowing(String... names) {
        configMaps = List.of(names);
        return this;
    }

    void refuse(boolean now) {
        refusing = now;
    }

    /** Whether it never says that it has told everything. */
    void holdBack(boolean now) {
        holdingBack = now;
    }

    public FakeBody start() throws IOException {
        server =
                InProcessServerBuilder.forName(address).addService(this).build().start();
        return this;
    }

    public void stop() throws InterruptedException {
        if (server != null) {
            server.shutdownNow().awaitTermination();
        }
    }

    /** Tells the present streams something more about an object. */
    public void tell(Kind kind, String object) {
        brains.forEach(brain -> brain.onNext(ClusterUpdate.newBuilder()
                .setUpsert(Upsert.newBuilder().setKind(kind).setObject(object))
                .build()));
    }

    /** Ends the present streams in an orderly way. */
    void hangUp() {
        brains.forEach(StreamObserver::onCompleted);
        brains.clear();
    }

    @Override
    public void streamClusterUpdates(StreamRequest request, StreamObserver<ClusterUpdate> brain) {
        int count = asked.incrementAndGet();
        if (refusing) {
            brain.onError(Status.INTERNAL.withDescription("not today").asRuntimeException());
            return;
        }
        brains.add(brain);
        brain.onNext(ClusterUpdate.newBuilder()
                .setBegin(Begin.newBuilder().setEpoch("epoch " + count))
                .build());
        configMaps.forEach(name -> brain.onNext(ClusterUpdate.newBuilder()
                .setUpsert(Upsert.newBuilder()
                        .setKind(CONFIG_MAP)
                        .setObject("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\","
                                + "\"metadata\":{\"name\":\"%s\",\"namespace\":\"shop\"}}".formatted(name)))
                .build()));
        io.kubilitics.graph.Kind.WATCHED.forEach(kind -> brain.onNext(ClusterUpdate.newBuilder()
                .setListed(Listed.newBuilder()
                        .setKind(Kind.newBuilder().setGroup(kind.group()).setName(kind.name())))
                .build()));
        if (!holdingBack) {
            brain.onNext(ClusterUpdate.newBuilder()
                    .setSynced(Synced.getDefaultInstance())
                    .build());
        }
    }
}
