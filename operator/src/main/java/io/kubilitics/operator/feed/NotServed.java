package io.kubilitics.operator.feed;

import java.io.IOException;
import java.time.Duration;

/** The API server answered, but not with what it was asked for. */
final class NotServed extends IOException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final Duration later;

    /**
     * Something that was said.
     *
     * @param code the HTTP status
     * @param message in the API server's own words
     * @param later how long it asks us to wait
     */
    NotServed(int code, String message, Duration later) {
        super(message);
        this.code = code;
        this.later = later;
    }

    int code() {
        return code;
    }

    Duration later() {
        return later;
    }

    /** In the API server's own words. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
