package io.kubilitics.gateway.bundle.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops at a line that the YAML scanner could not take in reasonable time: it needs the square of a line's length. */
final class ShortLines extends FilterReader {

    /** What Kubernetes stores at most, and a little more. */
    static final int LONGEST = 2 << 20;

    private int length;

    ShortLines(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        for (int i = from; i < from + read; i++) {
            length = into[i] == '\n' ? 0 : length + 1;
            if (length > LONGEST) {
                throw new TooLong();
            }
        }
        return read;
    }

    /** There is such a line. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
