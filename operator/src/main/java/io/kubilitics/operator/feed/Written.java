package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an object was last written, as far as the object itself tells: to the whole second, but for some Events. */
final class Written {

    /** As the API server writes it; of two such texts the later time is the greater text. */
    private static final int WHOLE_SECONDS = "2026-11-21T10:00:00Z".length();

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
        parsed(meta.path("deletionTimestamp").asText("")).ifPresent(end -> last.see(end.minusSeconds(grace)));
        parsed(last.text).ifPresent(last::see);
        return Optional.ofNullable(last.instant);
    }

    private void see(JsonNode time) {
        String seen = time.asText("");
        if (seen.length() == WHOLE_SECONDS && seen.endsWith("Z")) {
            text = seen.compareTo(text) > 0 ? seen : text;
        } else {
            parsed(seen).ifPresent(this::see);
        }
    }

    private void see(Instant time) {
        instant = instant == null || time.isAfter(instant) ? time : instant;
    }

    private static Optional<Instant> parsed(String time) {
        try {
            return time.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
