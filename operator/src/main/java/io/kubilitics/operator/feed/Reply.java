package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the API server answers, read as it comes: of an answer of any length only a few kilobytes are in memory. Whoever reads
 * waits for the next word, but not for ever: the time-outs of HTTP clients end when an answer begins.
 */
final class Reply extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {

    /** What arrived: some bytes, or none any more. */
    private record Part(
            List<ByteBuffer> bytes, boolean last, @Nullable Throwable problem) {}

    private final Duration silence;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> unread = new ArrayDeque<>();
    private @Nullable AsyncBody body;
    private boolean ended;

    /**
     * An answer that has not begun.
     *
     * @param silence how long to wait for each next word
     */
    Reply(Duration silence) {
        this.silence = silence;
    }

    void begin(AsyncBody begun) {
        body = begun;
        var _ = begun.done().whenComplete((_, problem) -> parts.add(new Part(List.of(), true, problem)));
        begun.consume();
    }

    @Override
    public void consume(List<ByteBuffer> bytes, AsyncBody of) {
        parts.add(new Part(bytes, false, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (unread.isEmpty() || !unread.getFirst().hasRemaining()) {
            unread.poll();
            if (unread.isEmpty() && !more()) {
                return -1;
            }
        }
        int count = Math.min(length, unread.getFirst().remaining());
        unread.getFirst().get(target, offset, count);
        return count;
    }

    private boolean more() throws IOException {
        if (ended) {
            return false;
        }
        Part part = await();
        ended = part.last();
        if (part.problem() != null) {
            throw new IOException("the answer broke off: " + part.problem().getMessage(), part.problem());
        }
        unread.addAll(part.bytes());
        if (!ended && body != null) {
            body.consume();
        }
        return !ended;
    }

    private Part await() throws IOException {
        try {
            Part part = parts.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
            if (part == null) {
                throw new HttpTimeoutException(
                        "nothing was said for %s in the middle of an answer".formatted(Limits.text(silence)));
            }
            return part;
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("is not wanted any more");
        }
    }

    /** Whoever has not read all of it takes the connection down. */
    @Override
    public void close() {
        if (body != null && !ended) {
            body.cancel();
        }
        ended = true;
    }
}
