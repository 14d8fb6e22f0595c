package io.kubilitics.gateway.bundle.read;

/** There is nothing to read at this path, or it is not clear what; the message is a sentence for a person. */
public final class NotABundle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotABundle(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
