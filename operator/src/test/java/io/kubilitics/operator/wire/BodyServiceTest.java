package io.kubilitics.operator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.operator.feed.Update;
import io.kubilitics.operator.feed.WorldKeeper;
import io.kubilitics.proto.BodyGrpc;
import io.kubilitics.proto.ClusterUpdate;
import io.kubilitics.proto.ClusterUpdate.UpdateCase;
import io.kubilitics.proto.StreamRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The body's end of the stream, with a brain at the other end that reads as fast or as slowly as it is told. */
class BodyServiceTest {

    private final KubernetesClient cluster = new KubernetesClientBuilder().build();
    private final WorldKeeper keeper = new WorldKeeper();
    private final BodyService service = new BodyService(keeper, cluster, new SecretValues(), Optional.empty());
    private final LocalWire wire = new LocalWire(service);
    private final ManagedChannel channel =
            InProcessChannelBuilder.forName(wire.name()).build();
    private final Brain brain = new Brain();

    @AfterEach
    void end() {
        channel.shutdownNow();
        wire.close();
        keeper.close();
        cluster.close();
    }

    @Test
    void forABrainThatReadsNothingOnlyTheNewestStateOfEachObjectWaits() {
        BodyGrpc.newStub(channel).streamClusterUpdates(StreamRequest.getDefaultInstance(), brain);
        eventually(() -> assertThat(service.followers()).isOne());
        for (int i = 0; i < 3_000; i++) {
            keeper.take(put("one", i));
            keeper.take(put("two", i));
            if (i == 1_000) {
                keeper.take(new Update.Listed(Kind.CONFIG_MAP));
                keeper.take(new Update.Synced());
            }
            if (i % 100 == 0) {
                // Lets the writer keep up, so that it is the outbox where updates replace one another.
                eventually(() -> assertThat(keeper.backlog().size()).isZero());
                assertThat(service.unsent()).isLessThanOrEqualTo(4);
            }
        }
        eventually(() -> assertThat(keeper.backlog().size()).isZero());
        assertThat(service.unsent()).isBetween(3, 4);

        brain.read(100);

        eventually(() -> assertThat(brain.told.getLast().getUpdateCase()).isEqualTo(UpdateCase.SYNCED));
        assertThat(brain.told.size()).isLessThanOrEqualTo(6);
        assertThat(brain.told.stream().map(update -> update.getUpsert().getObject()))
                .anyMatch(object -> object.contains("one-2999"))
                .anyMatch(object -> object.contains("two-2999"));
        assertThat(service.unsent()).isZero();
    }

    @Test
    void aBrainThatHangsUpIsForgotten() {
        BodyGrpc.newStub(channel).streamClusterUpdates(StreamRequest.getDefaultInstance(), brain);
        eventually(() -> assertThat(service.followers()).isOne());

        brain.hangUp();

        eventually(() -> assertThat(service.followers()).isZero());
        keeper.take(put("one", 1));
        eventually(() -> assertThat(keeper.world().version()).isPositive());
        assertThat(service.unsent()).isZero();
    }

    private static Update put(String name, int state) {
        return new Update.Put(
                ResourceRef.of(Kind.CONFIG_MAP, "shop", name),
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"%s\",\"namespace\":\"shop\",\"uid\":\"%s-%d\"}}"
                        .formatted(name, name, state));
    }

    private static void eventually(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(condition);
    }

    /** Reads one message and no more before it is told to. */
    private static final class Brain implements ClientResponseObserver<StreamRequest, ClusterUpdate> {

        private final List<ClusterUpdate> told = new CopyOnWriteArrayList<>();
        private volatile @Nullable ClientCallStreamObserver<StreamRequest> call;

        @Override
        public void beforeStart(ClientCallStreamObserver<StreamRequest> started) {
            started.disableAutoRequestWithInitial(1);
            call = started;
        }

        void read(int most) {
            call().request(most);
        }

        void hangUp() {
            call().cancel("enough", null);
        }

        private ClientCallStreamObserver<StreamRequest> call() {
            ClientCallStreamObserver<StreamRequest> started = call;
            return Objects.requireNonNull(started);
        }

        @Override
        public void onNext(ClusterUpdate update) {
            told.add(update);
        }

        @Override
        public void onError(Throwable broken) {}

        @Override
        public void onCompleted() {}
    }
}
