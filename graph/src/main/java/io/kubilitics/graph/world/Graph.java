package io.kubilitics.graph.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.persistent.IntSet;
import io.kubilitics.graph.persistent.RadixVector;
import io.kubilitics.graph.world.Observation.Seen;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Vertices by small numbers. A number means something in this value only: the next one may have given it to another resource.
 *
 * @param free numbers below the bound that nobody has
 * @param bound all numbers are below
 * @param repeated relations that follow from more than one statement, with how many
 */
record Graph(
        Map<ResourceRef, Integer> ids,
        RadixVector<Vertex> vertices,
        IntSet free,
        int bound,
        Map<Long, Integer> repeated) {

    static final Graph NONE = new Graph(HashMap.empty(), RadixVector.empty(), IntSet.empty(), 0, HashMap.empty());

    /** For a number that is in use. */
    Vertex at(int id) {
        return Objects.requireNonNull(vertices.get(id));
    }

    @Nullable
    Vertex find(ResourceRef ref) {
        int id = id(ref);
        return id < 0 ? null : at(id);
    }

    /** Below zero when the resource has no number. */
    int id(ResourceRef ref) {
        return ids.getOrElse(ref, -1);
    }

    /** The same with another state of a resource that keeps its relations. */
    Graph told(int id, Seen now) {
        return new Graph(ids, vertices.with(id, at(id).told(now)), free, bound, repeated);
    }
}
