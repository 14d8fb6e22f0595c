package io.kubilitics.operator.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import java.util.List;

/** What an object tells the world. */
final class Sightings {

    private Sightings() {}

    static List<Observation> of(Update.Put put) throws JsonProcessingException {
        Kind kind = put.ref().kind();
        String json = put.object().json();
        return put.outline() ? Observers.outline(kind, json) : Observers.observe(kind, json);
    }
}
