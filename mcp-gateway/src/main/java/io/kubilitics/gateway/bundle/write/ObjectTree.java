package io.kubilitics.gateway.bundle.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.LeaseFacts;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Observation.Seen;
import java.time.Instant;

/** Objects as the API would answer them, of what a world keeps of them. */
final class ObjectTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ObjectTree() {}

    /** As it was read; of what was not kept, what is known of it. */
    static ObjectNode of(Seen seen) {
        Resource resource = seen.resource();
        if (seen.object().isPresent() && seen.object().get().tree() instanceof ObjectNode whole) {
            return whole;
        }
        ObjectNode object = head(resource.ref());
        metadata((ObjectNode) object.path("metadata"), resource.meta());
        if (resource.facts() instanceof LeaseFacts lease) {
            object.putObject("spec")
                    .put("holderIdentity", lease.holder())
                    .put("leaseDurationSeconds", lease.seconds())
                    .put("renewTime", lease.renewed().toString());
        } else {
            ((ObjectNode) object.path("metadata")).withObject("annotations").put("kubilitics.io/outline", "true");
        }
        return object;
    }

    /** An event about something, told once more. */
    static ObjectNode of(ResourceRef about, EventNote note, int number) {
        ResourceRef ref = ResourceRef.of(
                Kind.EVENT, about.namespace().isEmpty() ? "default" : about.namespace(), "recorded-" + number);
        ObjectNode event = head(ref);
        ((ObjectNode) event.path("metadata")).put("uid", note.uid());
        event.put("type", note.warning() ? "Warning" : "Normal")
                .put("reason", note.reason())
                .put("message", note.message())
                .put("count", note.count());
        if (!note.last().equals(Instant.EPOCH)) {
            event.put("lastTimestamp", note.last().toString());
        }
        ObjectNode involved = event.putObject("involvedObject")
                .put("apiVersion", version(about.kind()))
                .put("kind", about.kind().name())
                .put("name", about.name());
        if (!about.namespace().isEmpty()) {
            involved.put("namespace", about.namespace());
        }
        return event;
    }

    /** What it is, and nothing else. */
    static ObjectNode head(ResourceRef ref) {
        ObjectNode object = NODES.objectNode()
                .put("apiVersion", version(ref.kind()))
                .put("kind", ref.kind().name());
        ObjectNode metadata = object.putObject("metadata").put("name", ref.name());
        if (!ref.namespace().isEmpty()) {
            metadata.put("namespace", ref.namespace());
        }
        return object;
    }

    /** Of the version only the group is ever read. */
    static String version(Kind kind) {
        return kind.group().isEmpty() ? "v1" : kind.group() + "/v1";
    }

    private static void metadata(ObjectNode metadata, Meta meta) {
        metadata.put("uid", meta.uid())
                .put("resourceVersion", meta.resourceVersion())
                .put("generation", meta.generation())
                .put("creationTimestamp", meta.created().toString());
        meta.deletion().ifPresent(at -> metadata.put("deletionTimestamp", at.toString()));
        meta.labels().forEach(metadata.putObject("labels")::put);
        meta.annotations().forEach(metadata.putObject("annotations")::put);
        meta.finalizers().forEach(metadata.putArray("finalizers")::add);
        owners(metadata.putArray("ownerReferences"), meta);
        ArrayNode edits = metadata.putArray("managedFields");
        meta.edits()
                .forEach(edit -> edits.addObject()
                        .put("manager", edit.manager())
                        .put("operation", edit.operation())
                        .put("subresource", edit.subresource())
                        .put("time", edit.at().toString()));
    }

    private static void owners(ArrayNode owners, Meta meta) {
        meta.owners()
                .forEach(owner -> owners.addObject()
                        .put("apiVersion", version(owner.ref().kind()))
                        .put("kind", owner.ref().kind().name())
                        .put("name", owner.ref().name())
                        .put("uid", owner.uid())
                        .put("controller", owner.controller()));
    }
}
