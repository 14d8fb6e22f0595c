package io.kubilitics.operator.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Kept;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Seen;
import java.util.List;

/** What an object tells the world, with the object itself, so that what would become of it can be tried out. */
final class Sightings {

    private Sightings() {}

    static List<Observation> of(Update.Put put) throws JsonProcessingException {
        Kind kind = put.ref().kind();
        String json = put.object().json();
        return put.outline() ? Observers.outline(kind, json) : keeping(Observers.observe(kind, json), put.object());
    }

    /** The same of an object that was read already. */
    static List<Observation> of(Kind kind, JsonNode tree, Kept object) {
        return keeping(Observers.observe(kind, tree), object);
    }

    private static List<Observation> keeping(List<Observation> told, Kept object) {
        return told.stream()
                .map(each -> each instanceof Seen seen ? seen.keeping(object) : each)
                .toList();
    }
}
