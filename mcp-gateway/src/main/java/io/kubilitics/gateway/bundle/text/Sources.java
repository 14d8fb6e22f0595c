package io.kubilitics.gateway.bundle.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Opens bytes as text: UTF-8, or what a byte order mark says, because some shells redirect in UTF-16. */
public final class Sources {

    private static final int MARK = 3;

    private Sources() {}

    /** Ends with an {@link TooLarge} rather than reading on for ever. */
    public static Reader text(InputStream bytes, long limit) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new Limited(bytes, limit), MARK);
        byte[] head = in.readNBytes(MARK);
        int mark = markLength(head);
        in.unread(head, mark, head.length - mark);
        return new InputStreamReader(in, charset(head));
    }

    private static Charset charset(byte[] head) {
        if (starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static int markLength(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return MARK;
        }
        return starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF) ? 2 : 0;
    }

    private static boolean starts(byte[] head, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** More came than is taken. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        public TooLarge(long limit) {
            super("larger than " + Limits.text(limit));
        }
    }

    /** Counts what was read. */
    private static final class Limited extends InputStream {

        private final InputStream in;
        private final long limit;
        private long count;

        Limited(InputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            return value < 0 ? value : counted(value, 1);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int answer, int more) throws TooLarge {
            count += more;
            if (count > limit) {
                throw new TooLarge(limit);
            }
            return answer;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
