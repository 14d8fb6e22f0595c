package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an object was last written, as far as the object itself tells: to the whole second, but for some Events. */
final class Written {

    /** Of two plain ones the later time is the greater text. */
    private String text = "";

    private @Nullable Instant instant;

    private Written() {}

    static Optional<Instant> last(JsonNode object) {
        Written last = new Written();
        JsonNode meta = object.path("metadata");
        meta.path("managedFields").forEach(entry -> last.see(entry.path("time")));
        last.see(meta.path("creationTimestamp"));
        // An Event's; no other kind calls anything so at its top.
        last.see(object.path("lastTimestamp"));
        last.see(object.path("eventTime"));
        last.see(object.path("series").path("lastObservedTime"));
        // A request to delete leaves no other trace than the time when the grace will be over.
        long grace = meta.path("deletionGracePeriodSeconds").asLong(0);
        Timestamp.read(meta.path("deletionTimestamp").asText("")).ifPresent(end -> last.see(end.minusSeconds(grace)));
        Timestamp.read(last.text).ifPresent(last::see);
        return Optional.ofNullable(last.instant);
    }

    private void see(JsonNode time) {
        String seen = time.asText("");
        if (Timestamp.isPlain(seen)) {
            text = seen.compareTo(text) > 0 ? seen : text;
        } else {
            Timestamp.read(seen).ifPresent(this::see);
        }
    }

    private void see(Instant time) {
        instant = instant == null || time.isAfter(instant) ? time : instant;
    }
}
