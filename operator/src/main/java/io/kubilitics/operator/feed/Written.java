package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventSeries;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an object was last written, as far as the object itself tells: to the whole second, but for some Events. */
final class Written {

    private Written() {}

    static Optional<Instant> last(HasMetadata object) {
        ObjectMeta meta = object.getMetadata();
        Stream<@Nullable String> fields = Stream.concat(
                meta.getManagedFields().stream().map(ManagedFieldsEntry::getTime),
                Stream.of(meta.getCreationTimestamp()));
        Stream<@Nullable String> event = object instanceof Event told ? times(told) : Stream.empty();
        return Stream.concat(Stream.concat(fields, event).flatMap(Written::instant), deletion(meta))
                .max(Comparator.naturalOrder());
    }

    private static Stream<@Nullable String> times(Event event) {
        EventSeries series = event.getSeries();
        return Stream.of(
                event.getLastTimestamp(),
                text(event.getEventTime()),
                series == null ? null : text(series.getLastObservedTime()));
    }

    /** A request to delete leaves no other trace than the time when the grace will be over. */
    private static Stream<Instant> deletion(ObjectMeta meta) {
        long grace = Objects.requireNonNullElse(meta.getDeletionGracePeriodSeconds(), 0L);
        return instant(meta.getDeletionTimestamp()).map(end -> end.minusSeconds(grace));
    }

    private static @Nullable String text(@Nullable MicroTime time) {
        return time == null ? null : time.getTime();
    }

    private static Stream<Instant> instant(@Nullable String time) {
        try {
            return time == null || time.isEmpty()
                    ? Stream.empty()
                    : Stream.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException unknown) {
            return Stream.empty();
        }
    }
}
