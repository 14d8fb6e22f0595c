package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kubilitics.gateway.bundle.Manifest;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.gateway.bundle.TimelineStep;
import io.kubilitics.gateway.bundle.TimelineStep.Applied;
import io.kubilitics.gateway.bundle.TimelineStep.Deleted;
import io.kubilitics.gateway.bundle.TimelineStep.FieldEdit;
import io.kubilitics.gateway.bundle.TimelineStep.Noted;
import io.kubilitics.gateway.bundle.TimelineStep.Patched;
import io.kubilitics.graph.ResourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code timeline.yaml} */
record TimelineFile(Instant now, SecretKeeper secrets, Problems problems) {

    static final String NAME = "timeline.yaml";

    /** Nobody tells of more than a century. */
    private static final double FARTHEST = 3.2e9;

    List<TimelineStep> steps(JsonNode tree) {
        List<TimelineStep> steps = new ArrayList<>();
        int number = 0;
        for (JsonNode node : tree.path("steps")) {
            number++;
            Optional<TimelineStep> step = step(node);
            step.ifPresent(steps::add);
            if (step.isEmpty()) {
                problems.add(Problem.skipped(
                        NAME, "step %d has no time, or is neither patch, apply, delete nor note".formatted(number)));
            }
        }
        steps.sort(Comparator.comparing(TimelineStep::at));
        return List.copyOf(steps);
    }

    private Optional<TimelineStep> step(JsonNode node) {
        JsonNode seconds = node.path("at");
        if (!seconds.isNumber() || Math.abs(seconds.asDouble()) > FARTHEST) {
            return Optional.empty();
        }
        Instant at = now.plus(Duration.ofMillis(Math.round(seconds.asDouble() * 1000)));
        String by = node.path("by").asText();
        if (node.path("op").asText().equals("note")) {
            return Optional.of(new Noted(at, by, node.path("text").asText()));
        }
        if (node.path("target").path("kind").asText().isBlank()
                || node.path("target").path("name").asText().isEmpty()) {
            return Optional.empty();
        }
        return onObject(node, at, by);
    }

    private Optional<TimelineStep> onObject(JsonNode node, Instant at, String by) {
        JsonNode target = node.path("target");
        ResourceRef ref = Harvest.ref(Harvest.kind(target), target);
        return switch (node.path("op").asText()) {
            case "patch" -> Optional.of(new Patched(at, by, ref, edits(node.path("changes"), target, ref)));
            case "apply" -> Optional.of(new Applied(at, by, ref));
            case "delete" -> Optional.of(new Deleted(at, by, ref, was(node.path("was"), ref)));
            default -> Optional.empty();
        };
    }

    private List<FieldEdit> edits(JsonNode changes, JsonNode target, ResourceRef ref) {
        List<FieldEdit> edits = new ArrayList<>();
        for (JsonNode change : changes) {
            String path = change.path("path").asText();
            boolean secret =
                    SecretKeeper.isSecret(target) && (path.startsWith("/data") || path.startsWith("/stringData"));
            try {
                JsonPointer pointer = JsonPointer.compile(path);
                edits.add(new FieldEdit(pointer, value(change.path("from"), secret), value(change.path("to"), secret)));
            } catch (IllegalArgumentException noPointer) {
                problems.add(
                        Problem.skipped(NAME, "a changed field of %s is not told as a JSON Pointer".formatted(ref)));
            }
        }
        return edits;
    }

    /** Of a secret value only that it is there. */
    private JsonNode value(JsonNode value, boolean secret) {
        if (value.isMissingNode() || !secret) {
            return value;
        }
        learn(value);
        return hidden(value);
    }

    private static JsonNode hidden(JsonNode value) {
        if (!value.isObject()) {
            return TextNode.valueOf("");
        }
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        value.fieldNames().forEachRemaining(key -> keys.put(key, ""));
        return keys;
    }

    private void learn(JsonNode value) {
        if (value.isValueNode()) {
            secrets.learn(value.asText(), true);
        }
        value.forEach(this::learn);
    }

    private Optional<Manifest> was(JsonNode former, ResourceRef ref) {
        if (!(former instanceof ObjectNode object)) {
            return Optional.empty();
        }
        secrets.empty(object);
        return Optional.of(new Manifest(ref, object.toString()));
    }
}
