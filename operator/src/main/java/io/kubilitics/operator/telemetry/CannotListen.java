package io.kubilitics.operator.telemetry;

/** A port cannot be had; the message is one sentence for a person. */
public final class CannotListen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotListen(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
