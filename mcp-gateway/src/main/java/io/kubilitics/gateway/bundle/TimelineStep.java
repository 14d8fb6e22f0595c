package io.kubilitics.gateway.bundle;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that happened before the bundle was taken. */
public sealed interface TimelineStep {

    Instant at();

    /** Who did it, as recorded; tainted. */
    String by();

    record Patched(Instant at, String by, ResourceRef target, List<FieldEdit> edits) implements TimelineStep {
        public Patched {
            edits = List.copyOf(edits);
        }
    }

    /** It was created then. */
    record Applied(Instant at, String by, ResourceRef target) implements TimelineStep {}

    record Deleted(Instant at, String by, ResourceRef target, Optional<Manifest> was) implements TimelineStep {}

    /** Something that is no change of an object. */
    record Noted(Instant at, String by, String text) implements TimelineStep {}

    /**
     * A field took another value.
     *
     * @param path as a JSON Pointer
     * @param from missing: the field was added
     * @param to missing: the field was removed
     */
    record FieldEdit(JsonPointer path, JsonNode from, JsonNode to) {}
}
