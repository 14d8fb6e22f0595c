package io.kubilitics.gateway.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.query.Timeline;
import io.kubilitics.graph.query.Timeline.Moment;
import io.kubilitics.graph.time.WorldRing.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A timeline for people and for programs.
 *
 * @param known since when the world was seen
 */
record TimelinePage(Timeline timeline, Optional<Window> known) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        StringBuilder text =
                new StringBuilder("%s from %s to %s%n".formatted(timeline.center(), timeline.from(), timeline.to()));
        text.append("(%s)%n".formatted(Recall.sentence(known)));
        timeline.undated().forEach(moment -> text.append("?  %s%n".formatted(says(moment))));
        for (List<Moment> step : timeline.steps()) {
            String before = "";
            for (Moment moment : step) {
                text.append("%s%s  %s%n".formatted(before, moment.at(), says(moment)));
                before = "~ ";
            }
        }
        if (timeline.moments().isEmpty()) {
            text.append("Nothing is known to have happened.").append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String says(Moment moment) {
        return switch (moment) {
            case Moment.Changed(var change, var _) ->
                moment.says() + (change.by().isEmpty() ? "" : " (by %s)".formatted(change.by()));
            case Moment.Began _ -> "unwell: " + moment.says();
        };
    }

    JsonNode json() {
        ObjectNode page = JSON.createObjectNode();
        page.put("object", timeline.center().toString());
        page.put("from", timeline.from().toString()).put("to", timeline.to().toString());
        known.ifPresent(window -> page.putObject("known")
                .put("from", window.from().toString())
                .put("to", window.to().toString())
                .put("full", window.full()));
        ArrayNode steps = page.putArray("steps");
        timeline.steps().forEach(step -> add(steps.addArray(), step));
        add(page.putArray("undated"), timeline.undated());
        return page;
    }

    private static void add(ArrayNode to, List<Moment> moments) {
        for (Moment moment : moments) {
            to.addObject()
                    .put(
                            "at",
                            moment.at().equals(Instant.EPOCH) ? "" : moment.at().toString())
                    .put("hop", moment.hop())
                    .put("what", moment instanceof Moment.Began ? "symptom" : "change")
                    .put("says", moment.says())
                    .put("by", moment instanceof Moment.Changed(var change, var _) ? change.by() : "");
        }
    }

    static JsonNode schema() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        List.of("object", "from", "to")
                .forEach(name -> properties.putObject(name).put("type", "string"));
        ObjectNode known = properties.putObject("known").put("type", "object").putObject("properties");
        known.putObject("from").put("type", "string");
        known.putObject("to").put("type", "string");
        known.putObject("full").put("type", "boolean").put("description", "Less is kept than an hour: memory ran out.");
        properties
                .putObject("steps")
                .put("type", "array")
                .putObject("items")
                .put("type", "array")
                .set("items", moment());
        properties.putObject("undated").put("type", "array").set("items", moment());
        List.of("object", "from", "to", "steps", "undated").forEach(schema.putArray("required")::add);
        return schema;
    }

    private static ObjectNode moment() {
        ObjectNode moment = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = moment.putObject("properties");
        List.of("at", "what", "says", "by")
                .forEach(name -> properties.putObject(name).put("type", "string"));
        properties.putObject("hop").put("type", "integer").put("description", "How far from the object; 0 is itself.");
        return moment;
    }
}
