package io.kubilitics.cli.running;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a command that runs on has opened. All of it is closed once, the newest first, when the command ends by itself or the
 * process is told to end (SIGTERM, SIGINT); what does not close within 5 s is left to the end of the process. A process that was
 * told to end and closed everything has succeeded: it ends with 0, not with the machine's own 130 or 143.
 */
public final class Lifetime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Part(String name, AutoCloseable opened) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("the-end").unstarted(this::endAndHalt);
    private boolean ended;

    public Lifetime() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Will be closed at the end, before everything that was opened before it.
     *
     * @param name for the log
     */
    public synchronized <T extends AutoCloseable> T with(String name, T opened) {
        if (ended) {
            // Too late: the process is ending while the command still starts.
            close(new Part(name, opened));
        } else {
            parts.push(new Part(name, opened));
        }
        return opened;
    }

    /** Waits until the process is told to end. */
    public void await() throws InterruptedException {
        told.await();
    }

    /** Waits for so long at most; tells whether the process was told to end. */
    public boolean isOverWithin(Duration time) throws InterruptedException {
        return told.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void endAndHalt() {
        boolean clean = end();
        Runtime.getRuntime().halt(clean ? 0 : 1);
    }

    /** Whether everything was closed in time. */
    private boolean end() {
        told.countDown();
        Thread closing = Thread.ofPlatform().daemon().name("closing").start(this::closeAll);
        try {
            boolean closed = closing.join(PATIENCE);
            if (!closed) {
                LOG.atWarn().addKeyValue("after", PATIENCE).log("not everything could be closed in time");
            }
            return closed;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void closeAll() {
        ended = true;
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
        LOG.debug("everything is closed");
    }

    private static void close(Part part) {
        LOG.atDebug().addKeyValue("part", part.name()).log("closing");
        try {
            part.opened().close();
        } catch (Exception broken) {
            LOG.atWarn().addKeyValue("part", part.name()).setCause(broken).log("could not be closed");
        }
    }

    /** The command has ended by itself. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The process was told to end, and closes everything itself.
            return;
        }
        end();
    }
}
