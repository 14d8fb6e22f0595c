package io.kubilitics.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the API server answered: the object, or a Status that says why not. */
record Reply(int code, ObjectNode body) {

    /** The object as it is now. */
    ObjectNode accepted() {
        assertThat(code).as("answer of the API server: %s", body).isBetween(200, 299);
        return body;
    }

    void refused(String because) {
        assertThat(message()).as("code %d", code).contains(because);
        assertThat(code).as(message()).isIn(403, 422);
    }

    String message() {
        return body.path("kind").asText().equals("Status")
                ? body.path("message").asText()
                : "accepted: " + body;
    }
}
