package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Noted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Events: notes about other resources, no resources themselves. The older API and the newer one name the same things differently. */
final class EventObserver {

    private static final Kind NEWER = new Kind("events.k8s.io", "Event");

    private EventObserver() {}

    static boolean understands(Kind kind) {
        return kind.equals(Kind.EVENT) || kind.equals(NEWER);
    }

    static List<Observation> observe(Field event) {
        Field about = first(event, "involvedObject", "regarding");
        String kindName = about.at("kind").text();
        if (kindName.isBlank()) {
            return List.of();
        }
        Kind kind = about.at("apiVersion")
                .given()
                .map(version -> Kind.of(version, kindName))
                .orElseGet(() -> Kind.named(kindName));
        EventNote note = new EventNote(
                event.at("metadata", "uid").text(),
                event.at("type").text().equals("Warning"),
                event.at("reason").text(),
                first(event, "message", "note").text(),
                count(event),
                last(event));
        return Sight.target(kind, about.at("namespace").text(), about.at("name").text())
                .<List<Observation>>map(ref -> List.of(new Noted(ref, note)))
                .orElse(List.of());
    }

    private static Field first(Field event, String one, String other) {
        return event.at(one).exists() ? event.at(one) : event.at(other);
    }

    private static int count(Field event) {
        int counted = Math.max(
                first(event, "count", "deprecatedCount").number(1),
                event.at("series", "count").number(1));
        return Math.max(1, counted);
    }

    private static Instant last(Field event) {
        return Stream.of(
                        event.at("lastTimestamp"),
                        event.at("deprecatedLastTimestamp"),
                        event.at("series", "lastObservedTime"),
                        event.at("eventTime"),
                        event.at("metadata", "creationTimestamp"))
                .map(Field::maybeTime)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
