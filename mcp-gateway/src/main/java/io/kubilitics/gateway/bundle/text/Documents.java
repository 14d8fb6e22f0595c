package io.kubilitics.gateway.bundle.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into its YAML documents before anything is parsed, so that a broken one does not take the rest with it. At the
 * beginning of a line three dashes can mean nothing else, in JSON they cannot stand at all.
 */
public final class Documents {

    private final BufferedReader lines;
    private int number;
    private int firstLine;
    private int linesRead;
    private boolean ended;
    private boolean open;
    private String besideTheDashes = "";
    private Reader current = Reader.nullReader();

    public Documents(Reader text) {
        this.lines = new BufferedReader(text);
    }

    /** Goes to the next document that holds anything, whatever was read of the one before; false when there is none. */
    public boolean next() throws IOException {
        skip();
        while (!ended) {
            open = true;
            String first = besideTheDashes;
            besideTheDashes = "";
            while (first != null && isEmpty(first)) {
                first = line();
            }
            if (first != null) {
                number++;
                firstLine = linesRead;
                current = new Part(first);
                return true;
            }
        }
        return false;
    }

    private void skip() throws IOException {
        while (open) {
            line();
        }
    }

    public Reader current() {
        return current;
    }

    /** Counted from 1. */
    public int number() {
        return number;
    }

    /** The line of the file on which it begins, counted from 1. */
    public int firstLine() {
        return firstLine;
    }

    /** As far as it was read. */
    public int lastLine() {
        return open ? linesRead : linesRead - 1;
    }

    /** Directives before a document change nothing for us. */
    private static boolean isEmpty(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#") || line.startsWith("%");
    }

    /** The next line of this document, or null at its end. */
    private @Nullable String line() throws IOException {
        if (!open) {
            return null;
        }
        String line = lines.readLine();
        linesRead++;
        if (line != null && !separates(line)) {
            return line;
        }
        open = false;
        ended = line == null;
        besideTheDashes = line == null ? "" : "   " + line.substring(3);
        return null;
    }

    private static boolean separates(String line) {
        boolean marked = line.startsWith("---") || line.startsWith("...");
        return marked && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
    }

    /** The text of one document. */
    private final class Part extends Reader {

        private String text;
        private int at;

        Part(String first) {
            text = first + "\n";
        }

        @Override
        public int read(char[] into, int from, int count) throws IOException {
            if (at == text.length()) {
                String line = line();
                if (line == null) {
                    return -1;
                }
                text = line + "\n";
                at = 0;
            }
            int length = Math.min(count, text.length() - at);
            text.getChars(at, at + length, into, from);
            at += length;
            return length;
        }

        @Override
        public void close() {
            // The next document comes from the same source.
        }
    }
}
