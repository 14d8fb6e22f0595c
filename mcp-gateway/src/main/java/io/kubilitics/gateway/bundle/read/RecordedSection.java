package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.gateway.bundle.Recorded;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code recorded} in {@code incident.yaml}; what names no kind or no pod is passed over. */
final class RecordedSection {

    private RecordedSection() {}

    /** Nothing where the bundle was put together in another way. */
    static Optional<Recorded> of(JsonNode recorded) {
        if (!recorded.isObject()) {
            return Optional.empty();
        }
        List<Observation> coverage = new ArrayList<>();
        each(recorded.path("listed"), node -> listed(node, coverage));
        each(
                recorded.path("refused"),
                node -> coverage.add(
                        new Observation.Refused(kind(node), text(node, "namespace"), text(node, "reason"))));
        each(
                recorded.path("outlined"),
                node -> coverage.add(new Observation.Outlined(
                        kind(node), node.path("objects").asInt())));
        return Optional.of(new Recorded(coverage, silent(recorded.path("silent"))));
    }

    private static void each(JsonNode list, Consumer<JsonNode> take) {
        for (JsonNode node : list) {
            if (!text(node, "kind").isBlank()) {
                take.accept(node);
            }
        }
    }

    private static void listed(JsonNode node, List<Observation> coverage) {
        if (!node.has("namespaces")) {
            coverage.add(new Observation.Listed(kind(node)));
        }
        node.path("namespaces")
                .forEach(namespace -> coverage.add(new Observation.Listed(kind(node), namespace.asText())));
    }

    private static Map<OfLogs, String> silent(JsonNode list) {
        Map<OfLogs, String> silent = new LinkedHashMap<>();
        for (JsonNode node : list) {
            if (!text(node, "pod").isBlank()) {
                silent.put(
                        new OfLogs(
                                ResourceRef.of(Kind.POD, text(node, "namespace"), text(node, "pod")),
                                text(node, "container"),
                                node.path("previous").asBoolean()),
                        text(node, "why"));
            }
        }
        return silent;
    }

    private static Kind kind(JsonNode node) {
        return new Kind(text(node, "group"), text(node, "kind"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
