package io.kubilitics.operator.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** Reads objects as trees, one after the other from the same stream. */
final class Trees {

    /** Keys of labels and data are without number, and are not to stay for ever. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build());

    private Trees() {}

    static JsonParser parser(InputStream stream) throws IOException {
        return JSON.createParser(stream);
    }

    /** The object at whose beginning the parser stands. */
    static ObjectNode next(JsonParser parser) throws IOException {
        if (JSON.readTree(parser) instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("an object was expected");
    }

    static ObjectNode empty() {
        return JSON.createObjectNode();
    }
}
