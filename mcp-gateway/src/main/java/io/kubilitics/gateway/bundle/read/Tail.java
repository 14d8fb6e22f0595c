package io.kubilitics.gateway.bundle.read;

import io.kubilitics.gateway.bundle.text.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The end of a file. */
final class Tail {

    /** What is packed can only be read from its beginning. */
    private static final long MOST_UNPACKED = 128L << 20;

    private final byte[] bytes;
    private final boolean cut;

    private Tail(byte[] bytes, boolean cut) {
        this.bytes = bytes;
        this.cut = cut;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether there was more before it. */
    boolean cut() {
        return cut;
    }

    static Tail of(Path file, int most) throws IOException {
        return file.getFileSystem().equals(FileSystems.getDefault()) ? ofPlain(file, most) : ofPacked(file, most);
    }

    private static Tail ofPlain(Path file, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long from = Math.max(0, channel.size() - most);
            ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - from));
            channel.position(from);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // Until all of it is there, or the file has become shorter.
            }
            return new Tail(Arrays.copyOf(buffer.array(), buffer.position()), from > 0);
        }
    }

    private static Tail ofPacked(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] before = {};
            byte[] last = in.readNBytes(most);
            long read = last.length;
            for (byte[] next = in.readNBytes(most); next.length > 0; next = in.readNBytes(most)) {
                before = last;
                last = next;
                read += next.length;
                if (read > MOST_UNPACKED) {
                    throw new Sources.TooLarge(MOST_UNPACKED);
                }
            }
            byte[] both = Arrays.copyOf(before, before.length + last.length);
            System.arraycopy(last, 0, both, before.length, last.length);
            return new Tail(Arrays.copyOfRange(both, Math.max(0, both.length - most), both.length), read > most);
        }
    }
}
