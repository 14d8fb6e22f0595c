package io.kubilitics.gateway.bundle.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.Edit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** {@code timeline.yaml} of a recording: what was seen to happen while the cluster was watched. */
record TimelineTree(Instant now, Cleaning cleaning) {

    private static final double MILLIS = 1000;

    ObjectNode of(List<Change> changes) {
        ObjectNode timeline = JsonNodeFactory.instance.objectNode();
        timeline.putArray("steps");
        changes.stream()
                .sorted(Comparator.comparing(Change::at))
                .forEach(change -> timeline.withArray("steps").add(step(change)));
        return timeline;
    }

    private ObjectNode step(Change change) {
        ObjectNode step = JsonNodeFactory.instance
                .objectNode()
                .put("at", Duration.between(now, change.at()).toMillis() / MILLIS)
                .put("by", change.by());
        switch (change) {
            case Change.Edited edited -> edit(step.put("op", "patch"), edited);
            case Change.Created(var ref, var _, var _) -> target(step.put("op", "apply"), ref);
            case Change.Deleted(var ref, var former, var _, var _) -> {
                target(step.put("op", "delete"), ref);
                former.ifPresent(was -> step.set("was", cleaning.object(ref.kind(), ObjectTree.of(was))));
            }
            case Change.Noted(var text, var _, var _) -> step.put("op", "note").put("text", cleaning.words(text));
        }
        return step;
    }

    private void edit(ObjectNode step, Change.Edited edited) {
        target(step, edited.ref());
        Edit edit = edited.edit();
        ObjectNode change = step.putArray("changes").addObject().put("path", edit.path());
        String name = edit.path().substring(edit.path().lastIndexOf('/') + 1);
        edit.from().ifPresent(value -> change.put("from", cleaning.value(name, value)));
        edit.to().ifPresent(value -> change.put("to", cleaning.value(name, value)));
    }

    private static void target(ObjectNode step, ResourceRef ref) {
        ObjectNode target = step.putObject("target")
                .put("apiVersion", ObjectTree.version(ref.kind()))
                .put("kind", ref.kind().name())
                .put("name", ref.name());
        if (!ref.namespace().isEmpty()) {
            target.put("namespace", ref.namespace());
        }
    }
}
