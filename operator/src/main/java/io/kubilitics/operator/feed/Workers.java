package io.kubilitics.operator.feed;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
        try {
            threads.submit(work).get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
