package io.kubilitics.operator.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A few threads that read and pack objects: there may be thousands of watches, but no more processors for that. Each thread
 * keeps what it packs with.
 */
final class Workers implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("feed-worker-", 0).factory());

    /** Waits until it is done: so nobody brings more than can be done. */
    void run(Runnable work) throws InterruptedException {
        finish(threads.submit(work));
    }

    private static void finish(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    /** For one who fetches the next while the last is done, one after the other and never more than one. */
    final class Ahead {

        private Future<?> last = CompletableFuture.completedFuture(null);

        void run(Runnable work) throws InterruptedException {
            finish();
            last = threads.submit(work);
        }

        /** Until all is done. */
        void finish() throws InterruptedException {
            Workers.finish(last);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
