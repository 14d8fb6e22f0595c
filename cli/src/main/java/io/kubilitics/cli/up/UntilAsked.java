package io.kubilitics.cli.up;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that runs until it is told to stop (Ctrl-C, SIGTERM) end as one that succeeded. The machine's own way out would be
 * status 130 or 143, whatever the command did: while this is open, the shutdown waits until it is closed and then ends with 0. To be
 * opened first, so that it is closed when everything else is.
 */
final class UntilAsked implements AutoCloseable {

    /** Then something hangs; what waits for us would kill us soon anyway. */
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "until-asked");

    private UntilAsked() {}

    static UntilAsked toEnd() {
        UntilAsked opened = new UntilAsked();
        Runtime.getRuntime().addShutdownHook(opened.hook);
        return opened;
    }

    /** Waits for so long at most. */
    boolean isAskedWithin(Duration time) {
        try {
            return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void await() throws InterruptedException {
        asked.await();
    }

    private void end() {
        asked.countDown();
        Runtime.getRuntime().halt(isClosedInTime() ? 0 : 1);
    }

    private boolean isClosedInTime() {
        try {
            return closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook is on its way and waits for what follows.
        }
        closed.countDown();
    }
}
