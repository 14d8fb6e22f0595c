package io.kubilitics.gateway.bundle.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;

/** A small document as one value. */
public final class WholeTree {

    private WholeTree() {}

    /** A missing node where there is nothing. */
    public static JsonNode of(Reader document, Limits limits, Repeated repeated) throws IOException, Unreadable {
        try (JsonParser parser = Parsers.of(document)) {
            return parser.nextToken() == null
                    ? MissingNode.getInstance()
                    : Tree.read(parser, limits, new HashMap<>(), repeated);
        } catch (JsonProcessingException broken) {
            throw Parsers.complaint(broken);
        }
    }
}
