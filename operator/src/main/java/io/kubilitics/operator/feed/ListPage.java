package io.kubilitics.operator.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a list, read item by item: never is more than one of them in memory because of the list.
 *
 * @param version of the list as a whole
 * @param next where to go on; empty after the last page
 */
record ListPage(String version, String next) {

    /** Takes items as they come. */
    interface Taker {
        void take(ObjectNode item) throws IOException, InterruptedException;
    }

    static ListPage read(InputStream reply, Taker items) throws IOException, InterruptedException {
        try (JsonParser parser = Trees.parser(reply)) {
            JsonNode metadata = MissingNode.getInstance();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is no list");
            }
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                switch (field) {
                    case "metadata" -> metadata = Trees.next(parser);
                    case "items" -> readItems(parser, items);
                    default -> parser.skipChildren();
                }
            }
            // What is left is read too, or the connection could not be used again.
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new IOException("the list ends in the middle");
            }
            return new ListPage(version(metadata), metadata.path("continue").asText());
        }
    }

    private static void readItems(JsonParser parser, Taker items) throws IOException, InterruptedException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                items.take(Trees.next(parser));
            }
        }
    }

    /** Without it there is nothing to go on from. */
    private static String version(JsonNode metadata) throws IOException {
        String version = metadata.path("resourceVersion").asText();
        if (version.isEmpty()) {
            throw new IOException("the answer is no list");
        }
        return version;
    }
}
