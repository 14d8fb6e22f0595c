package io.kubilitics.gateway.wire;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.kubilitics.proto.BodyGrpc;
import io.kubilitics.proto.LogsReply;
import io.kubilitics.proto.LogsRequest;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import io.kubilitics.reasoning.recommendation.ProposalSink;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The brain's connection to one body: the stream of its world, and logs on demand. */
public final class BodyClient implements LogSource, AutoCloseable {

    private static final int TAIL_LINES = 200;
    private static final int PATIENCE_SECONDS = 10;

    private final ManagedChannel channel;
    private final StreamFeed feed;
    private final Listener listener;

    private BodyClient(ManagedChannel channel, InstantSource clock) {
        this.channel = channel;
        feed = new StreamFeed(clock);
        listener = new Listener(channel, feed);
    }

    /** To a body in this very process. */
    public static BodyClient inProcess(String address) {
        return inProcess(address, InstantSource.system());
    }

    /** The clock tells when something was noticed. */
    public static BodyClient inProcess(String address, InstantSource clock) {
        return new BodyClient(InProcessChannelBuilder.forName(address).build(), clock);
    }

    public StreamFeed feed() {
        return feed;
    }

    /** Asks this body for Proposals. */
    public ProposalSink proposals() {
        return new ProposalRequests(channel);
    }

    @Override
    public Evidence lines(OfLogs probe) {
        try {
            LogsReply reply = BodyGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .getLogs(LogsRequest.newBuilder()
                            .setNamespace(probe.pod().namespace())
                            .setPod(probe.pod().name())
                            .setContainer(probe.container())
                            .setPrevious(probe.previous())
                            .setTailLines(TAIL_LINES)
                            .build());
            return reply.getUnavailable().isEmpty()
                    ? new Evidence.Lines(reply.getLinesList())
                    : new Evidence.Unavailable(reply.getUnavailable());
        } catch (StatusRuntimeException away) {
            return new Evidence.Unavailable(
                    "the body does not answer: " + away.getStatus().getCode());
        }
    }

    @Override
    public void close() {
        listener.close();
        channel.shutdownNow();
    }
}
