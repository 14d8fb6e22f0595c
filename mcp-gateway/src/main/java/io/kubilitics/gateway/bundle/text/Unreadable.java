package io.kubilitics.gateway.bundle.text;

/** Something that cannot be taken in; the message is the rest of a sentence that begins with its place. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    public Unreadable(String says, int line) {
        super(says, null, false, false);
        this.line = line;
    }

    public String says() {
        return String.valueOf(getMessage());
    }

    /** In its document, counted from 1; 0 when it is the whole. */
    public int line() {
        return line;
    }
}
