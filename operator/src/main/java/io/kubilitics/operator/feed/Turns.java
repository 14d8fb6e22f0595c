package io.kubilitics.operator.feed;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done one after the other, in the order in which it was asked for, so that nobody needs a lock. */
final class Turns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("feed").factory());

    void take(Runnable turn) {
        later(Duration.ZERO, turn);
    }

    void later(Duration pause, Runnable turn) {
        try {
            var _ = thread.schedule(() -> run(turn), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("nothing is begun any more");
        }
    }

    private static void run(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException broken) {
            LOG.atError().setCause(broken).log("a watch could not be looked after");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
