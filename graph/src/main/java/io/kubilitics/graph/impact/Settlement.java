package io.kubilitics.graph.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Optional;

/** What controllers do after a change, as far as that can be told without playing them. */
interface Settlement {

    /**
     * What follows.
     *
     * @param assumption under which it does, for whoever decides
     */
    record Settled(List<Observation> follows, String assumption) {}

    /** Nothing when this change is none of its business. */
    Optional<Settled> settle(World world, ResourceRef target, JsonNode before, JsonNode after);
}
