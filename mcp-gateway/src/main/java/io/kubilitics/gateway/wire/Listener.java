package io.kubilitics.gateway.wire;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.kubilitics.proto.BodyGrpc;
import io.kubilitics.proto.ClusterUpdate;
import io.kubilitics.proto.StreamRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to the body for as long as it is let, one stream after another: when one breaks, the next is asked for after a while. */
final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ManagedChannel channel;
    private final StreamFeed feed;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final Thread thread;

    Listener(ManagedChannel channel, StreamFeed feed) {
        this.channel = channel;
        this.feed = feed;
        thread = Thread.ofVirtual().name("body-listener").start(this::listen);
    }

    private void listen() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long begun = System.nanoTime();
                String reason = hear();
                if (feed.state().synced()
                        && Duration.ofNanos(System.nanoTime() - begun).compareTo(Backoff.LONGEST) > 0) {
                    // It stood: only then is this a new trouble, and not one more round of the old.
                    backoff.reset();
                }
                feed.lose(reason);
                Duration pause = backoff.next();
                LOG.atWarn()
                        .addKeyValue("reason", reason)
                        .addKeyValue("again-in-ms", pause.toMillis())
                        .log("the stream from the body broke");
                Thread.sleep(pause);
            }
        } catch (InterruptedException ended) {
            LOG.debug("the body is listened to no longer");
        }
    }

    /** Hears one stream out and says why it ended. */
    private String hear() throws InterruptedException {
        Stream stream = new Stream(feed);
        feed.open();
        // A channel that failed pauses for up to two minutes; how long to pause is decided here.
        channel.resetConnectBackoff();
        try {
            BodyGrpc.newStub(channel).streamClusterUpdates(StreamRequest.getDefaultInstance(), stream);
            return stream.end();
        } catch (InterruptedException closing) {
            stream.cancel();
            throw closing;
        }
    }

    /** One stream of updates, from its beginning to whatever ends it. */
    private static final class Stream implements ClientResponseObserver<StreamRequest, ClusterUpdate> {

        private final StreamFeed feed;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile String reason = "";
        private volatile @Nullable ClientCallStreamObserver<StreamRequest> call;

        Stream(StreamFeed feed) {
            this.feed = feed;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<StreamRequest> started) {
            call = started;
        }

        @Override
        public void onNext(ClusterUpdate update) {
            feed.take(update);
        }

        @Override
        public void onError(Throwable broken) {
            over(reason(Status.fromThrowable(broken)));
        }

        @Override
        public void onCompleted() {
            over("the body ended the stream");
        }

        private void over(String why) {
            reason = why;
            over.countDown();
        }

        private static String reason(Status status) {
            String said = status.getDescription();
            return "the body does not answer: " + status.getCode() + (said == null ? "" : " (" + said + ")");
        }

        String end() throws InterruptedException {
            over.await();
            return reason;
        }

        void cancel() {
            ClientCallStreamObserver<StreamRequest> started = call;
            if (started != null) {
                started.cancel("nobody listens any more", null);
            }
        }
    }

    @Override
    public void close() {
        feed.end();
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
