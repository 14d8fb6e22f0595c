package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Noted;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Events: notes about other resources, no resources themselves. */
final class EventObserver implements Observer<Event> {

    @Override
    public Kind kind() {
        return Kind.EVENT;
    }

    @Override
    public Class<Event> model() {
        return Event.class;
    }

    @Override
    public List<Observation> observe(Event event) {
        ObjectReference about = event.getInvolvedObject();
        if (about == null
                || about.getKind() == null
                || Reading.text(about.getName()).isEmpty()) {
            return List.of();
        }
        Kind kind = Kind.of(Reading.text(about.getApiVersion()), about.getKind());
        String namespace = kind.clusterWide() ? "" : Reading.text(about.getNamespace());
        return List.of(new Noted(
                new ResourceRef(kind, namespace, about.getName()),
                new EventNote(
                        Reading.text(event.getMetadata().getUid()),
                        "Warning".equals(event.getType()),
                        Reading.text(event.getReason()),
                        Reading.text(event.getMessage()),
                        Math.max(1, Reading.number(event.getCount())),
                        last(event))));
    }

    /** Old and new events tell the time in different fields. */
    private static Instant last(Event event) {
        String precise =
                event.getEventTime() == null ? null : event.getEventTime().getTime();
        return Stream.of(
                        Reading.time(event.getLastTimestamp()),
                        Reading.time(precise),
                        Reading.time(event.getMetadata().getCreationTimestamp()))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
