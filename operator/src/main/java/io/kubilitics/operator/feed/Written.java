package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When an object was last written, as far as the object itself tells: to the whole second, but for some Events. */
final class Written {

    private Written() {}

    static Optional<Instant> last(JsonNode object) {
        JsonNode meta = object.path("metadata");
        Stream<JsonNode> fields = meta.path("managedFields").valueStream().map(entry -> entry.path("time"));
        Stream<JsonNode> own = Stream.of(
                meta.path("creationTimestamp"),
                // An Event's; no other kind calls anything so at its top.
                object.path("lastTimestamp"),
                object.path("eventTime"),
                object.path("series").path("lastObservedTime"));
        return Stream.concat(Stream.concat(fields, own).flatMap(Written::instant), deletion(meta))
                .max(Comparator.naturalOrder());
    }

    /** A request to delete leaves no other trace than the time when the grace will be over. */
    private static Stream<Instant> deletion(JsonNode meta) {
        long grace = meta.path("deletionGracePeriodSeconds").asLong(0);
        return instant(meta.path("deletionTimestamp")).map(end -> end.minusSeconds(grace));
    }

    private static Stream<Instant> instant(JsonNode time) {
        try {
            return time.asText("").isEmpty()
                    ? Stream.empty()
                    : Stream.of(OffsetDateTime.parse(time.asText()).toInstant());
        } catch (DateTimeException unknown) {
            return Stream.empty();
        }
    }
}
