package io.kubilitics.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;

/** Something a client may call. */
public interface Tool {

    String name();

    /** One line for people. */
    String title();

    /** For whoever has to choose among tools. */
    String description();

    JsonNode inputSchema();

    JsonNode outputSchema();

    /**
     * Does it.
     *
     * @throws Misuse when the arguments are not of the schema, or what they name is not there
     */
    Result call(JsonNode arguments) throws Misuse;

    /** What came out: the same as text and as structured content. */
    record Result(String text, JsonNode structured) {}

    /** The caller's mistake, in one sentence that tells how to do better. */
    final class Misuse extends Exception {

        private static final long serialVersionUID = 1L;

        public Misuse(String sentence) {
            super(sentence);
        }
    }
}
