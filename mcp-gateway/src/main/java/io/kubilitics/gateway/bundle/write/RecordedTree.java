package io.kubilitics.gateway.bundle.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.Coverage.Reach;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.util.Comparator;

/** {@code incident.yaml} of a recording: what was asked, when, and how far the view reached. */
final class RecordedTree {

    static final Comparator<OfLogs> ORDER =
            Comparator.comparing(OfLogs::pod).thenComparing(OfLogs::container).thenComparing(OfLogs::previous);

    private RecordedTree() {}

    static ObjectNode of(Recording recording) {
        ObjectNode incident = JsonNodeFactory.instance
                .objectNode()
                .put("id", recording.name())
                .put("now", recording.now().toString())
                .put("question", "What is unwell in %s, and why?".formatted(recording.scope()));
        focus(incident, recording.scope());
        ObjectNode recorded = incident.putObject("recorded");
        recording.world().coverage().kinds().forEach((kind, reach) -> coverage(recorded, kind, reach));
        recording.logs().read().forEach((probe, evidence) -> {
            if (evidence instanceof Evidence.Unavailable(var why)) {
                recorded.withArray("silent")
                        .addObject()
                        .put("namespace", probe.pod().namespace())
                        .put("pod", probe.pod().name())
                        .put("container", probe.container())
                        .put("previous", probe.previous())
                        .put("why", why);
            }
        });
        return incident;
    }

    private static void focus(ObjectNode incident, Scope scope) {
        switch (scope) {
            case Scope.InNamespace(var namespace) ->
                incident.putObject("focus").put("kind", Kind.NAMESPACE.name()).put("name", namespace);
            case Scope.Below(var tops) -> tops.stream().sorted().limit(1).forEach(top -> focus(incident, top));
            case Scope.Around(var asked, var _) -> focus(incident, asked);
            case Scope.Everything() -> {
                // Nothing in particular.
            }
        }
    }

    private static void focus(ObjectNode incident, ResourceRef top) {
        incident.putObject("focus")
                .put("kind", top.kind().name())
                .put("namespace", top.namespace())
                .put("name", top.name());
    }

    private static void coverage(ObjectNode recorded, Kind kind, Reach reach) {
        if (reach.everywhere()) {
            entry(recorded, "listed", kind);
        }
        if (!reach.namespaces().isEmpty()) {
            ArrayNode namespaces = entry(recorded, "listed", kind).putArray("namespaces");
            reach.namespaces().forEach(namespaces::add);
        }
        reach.refused().forEach((namespace, reason) -> {
            ObjectNode refused = entry(recorded, "refused", kind).put("reason", reason);
            if (!namespace.equals(Observation.EVERYWHERE)) {
                refused.put("namespace", namespace);
            }
        });
        if (reach.outlined() > 0) {
            entry(recorded, "outlined", kind).put("objects", reach.outlined());
        }
    }

    private static ObjectNode entry(ObjectNode recorded, String list, Kind kind) {
        return recorded.withArray(list).addObject().put("group", kind.group()).put("kind", kind.name());
    }
}
