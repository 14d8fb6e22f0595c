package io.kubilitics.gateway.bundle.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands out the objects of a document one by one, so that a list of a whole cluster is never held at once. */
public final class ObjectScan {

    private static final String LIST = "List";
    private static final int MOST_UNNAMED = 10_000;

    private final Limits limits;
    private final Found found;
    private final Map<String, JsonNode> anchors = new HashMap<>();

    public ObjectScan(Limits limits, Found found) {
        this.limits = limits;
        this.found = found;
    }

    /** Takes what is found. */
    public interface Found {

        /** An object by itself, or an element of a list. */
        void object(ObjectNode object, int line);

        /** One value that cannot be taken in; the others of its document still come. */
        void refused(Unreadable why);

        /** A field of an object comes again on this line, and counts. */
        void repeated(String field, int line);

        /** All objects since the last call were elements of this list. */
        void endOfList(ObjectNode head);
    }

    /** Until its end, or until it cannot be read any more. */
    public void scan(Reader document) throws IOException, Unreadable {
        anchors.clear();
        try (JsonParser parser = Parsers.of(document)) {
            while (parser.nextToken() != null) {
                root(parser);
            }
        } catch (JsonProcessingException broken) {
            throw Parsers.complaint(broken);
        }
    }

    private void root(JsonParser parser) throws IOException, Unreadable {
        switch (parser.currentToken()) {
            case START_OBJECT -> objectOrList(parser);
            case START_ARRAY -> elements(parser, JsonNodeFactory.instance.objectNode());
            case VALUE_NULL -> {
                // An empty document.
            }
            default -> throw new Unreadable("holds no object", line(parser));
        }
    }

    /** Known for what it is only where {@code items} begins, which may come before its kind. */
    private void objectOrList(JsonParser parser) throws IOException, Unreadable {
        int line = line(parser);
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        List<Element> waiting = new ArrayList<>();
        boolean list = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int at = line(parser);
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                list = true;
                waiting.addAll(elements(parser, head));
            } else {
                set(head, name, at, Tree.read(parser, limits, anchors, found::repeated));
            }
        }
        if (list) {
            waiting.forEach(element -> found.object(named(element.object(), head), element.line()));
            found.endOfList(head);
        } else {
            found.object(head, line);
        }
    }

    /** Those that do not say what they are and cannot be told yet are given back. */
    private List<Element> elements(JsonParser parser, ObjectNode head) throws IOException, Unreadable {
        List<Element> unnamed = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = line(parser);
            Optional<ObjectNode> object = element(parser);
            if (object.filter(it -> it.has("kind") || head.has("kind")).isPresent()) {
                found.object(named(object.get(), head), line);
            } else if (unnamed.size() == MOST_UNNAMED) {
                throw new Unreadable("a list that does not say first what it lists", line);
            } else {
                object.ifPresent(it -> unnamed.add(new Element(it, line)));
            }
        }
        return unnamed;
    }

    private Optional<ObjectNode> element(JsonParser parser) throws IOException {
        try {
            int line = line(parser);
            JsonNode element = Tree.read(parser, limits, anchors, found::repeated);
            if (element instanceof ObjectNode object) {
                return Optional.of(object);
            }
            throw new Unreadable("an element that is no object", line);
        } catch (Unreadable refused) {
            found.refused(refused);
            return Optional.empty();
        }
    }

    private void set(ObjectNode head, String name, int line, JsonNode value) {
        if (head.replace(name, value) != null) {
            found.repeated(name, line);
        }
    }

    /** Elements of a PodList, as the API itself answers, are Pods and do not say so. */
    private static ObjectNode named(ObjectNode element, ObjectNode head) {
        String kind = head.path("kind").asText();
        if (!element.has("kind") && kind.endsWith(LIST) && kind.length() > LIST.length()) {
            element.put("kind", kind.substring(0, kind.length() - LIST.length()));
            element.set("apiVersion", head.path("apiVersion"));
        }
        return element;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private record Element(ObjectNode object, int line) {}
}
