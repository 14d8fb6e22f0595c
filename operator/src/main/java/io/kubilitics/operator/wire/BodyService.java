package io.kubilitics.operator.wire;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.kubilitics.operator.feed.Follower;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.operator.feed.WorldKeeper;
import io.kubilitics.proto.ActionProposal;
import io.kubilitics.proto.ActionReply;
import io.kubilitics.proto.Begin;
import io.kubilitics.proto.BodyGrpc;
import io.kubilitics.proto.ClusterUpdate;
import io.kubilitics.proto.LogsReply;
import io.kubilitics.proto.LogsRequest;
import io.kubilitics.proto.StreamRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Answers the brain. */
public final class BodyService extends BodyGrpc.BodyImplBase {

    private final WorldKeeper keeper;
    private final LogReader logs;
    private final Optional<ProposalService> proposals;
    private final Set<Outbox> outboxes = ConcurrentHashMap.newKeySet();

    /**
     * Answers from these.
     *
     * @param proposals none where the body only looks
     */
    public BodyService(
            WorldKeeper keeper, KubernetesClient client, SecretValues secrets, Optional<ProposalService> proposals) {
        this.keeper = keeper;
        this.proposals = proposals;
        this.logs = new LogReader(client, secrets);
    }

    @Override
    public void streamClusterUpdates(StreamRequest request, StreamObserver<ClusterUpdate> observer) {
        ServerCallStreamObserver<ClusterUpdate> brain = (ServerCallStreamObserver<ClusterUpdate>) observer;
        Outbox outbox = new Outbox();
        Runnable send = () -> drain(outbox, brain);
        Follower follower = update -> {
            outbox.put(update);
            send.run();
        };
        outboxes.add(outbox);
        brain.setOnReadyHandler(send);
        brain.setOnCancelHandler(() -> {
            keeper.unfollow(follower);
            outboxes.remove(outbox);
        });
        brain.onNext(ClusterUpdate.newBuilder()
                .setBegin(Begin.newBuilder().setEpoch(UUID.randomUUID().toString()))
                .build());
        keeper.follow(follower);
    }

    /** How many brains listen. */
    public int followers() {
        return outboxes.size();
    }

    /** How much the slowest brain has not been sent yet. */
    public int unsent() {
        return outboxes.stream().mapToInt(Outbox::size).max().orElse(0);
    }

    /** A stream may be written by one thread at a time, and only as fast as the other end reads. */
    private static void drain(Outbox outbox, ServerCallStreamObserver<ClusterUpdate> brain) {
        synchronized (outbox) {
            while (brain.isReady() && !brain.isCancelled()) {
                var next = outbox.take();
                if (next.isEmpty()) {
                    return;
                }
                brain.onNext(Messages.of(next.get()));
            }
        }
    }

    @Override
    public void getLogs(LogsRequest request, StreamObserver<LogsReply> brain) {
        brain.onNext(logs.read(request));
        brain.onCompleted();
    }

    @Override
    public void requestAction(ActionProposal asked, StreamObserver<ActionReply> brain) {
        brain.onNext(proposals
                .map(service -> service.request(asked))
                .orElseGet(() -> ActionReply.newBuilder()
                        .setRefused("this body only looks")
                        .build()));
        brain.onCompleted();
    }
}
