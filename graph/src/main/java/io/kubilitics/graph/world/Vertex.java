package io.kubilitics.graph.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.persistent.IntSet;
import io.kubilitics.graph.world.Observation.Seen;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource with its relations, as ends: those that start here and those that lead here.
 *
 * @param seen what was last seen of it, null when others only refer to it
 */
record Vertex(ResourceRef ref, @Nullable Seen seen, IntSet out, IntSet in) {

    static Vertex of(ResourceRef ref) {
        return new Vertex(ref, null, IntSet.empty(), IntSet.empty());
    }

    /** Null when it is not there. */
    @Nullable
    Map<String, String> labels() {
        return seen == null ? null : seen.resource().meta().labels();
    }

    List<Selection> selections() {
        return seen == null ? List.of() : seen.selections();
    }

    List<Relation> relations() {
        return seen == null ? List.of() : seen.relations();
    }

    /** Neither there nor referred to. */
    boolean loose() {
        return seen == null && out.isEmpty() && in.isEmpty();
    }

    Vertex told(@Nullable Seen now) {
        return new Vertex(ref, now, out, in);
    }

    Vertex leading(IntSet next) {
        return new Vertex(ref, seen, next, in);
    }

    Vertex led(IntSet next) {
        return new Vertex(ref, seen, out, next);
    }
}
