package io.kubilitics.operator.safety;

/** The cluster does not let us do what has to be done first; the message is one sentence for a person. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }

    Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
