package io.kubilitics.graph.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.persistent.IntSet;
import io.kubilitics.graph.persistent.RadixVector;
import io.kubilitics.graph.world.Observation.Seen;
import io.vavr.collection.Map;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The next graph in the making, for the length of one change and one thread. */
final class GraphDraft {

    private final Set<Integer> touched = new HashSet<>();
    private Map<ResourceRef, Integer> ids;
    private RadixVector<Vertex> vertices;
    private IntSet free;
    private int bound;
    private Map<Long, Integer> repeated;

    GraphDraft(Graph before) {
        ids = before.ids();
        vertices = before.vertices();
        free = before.free();
        bound = before.bound();
        repeated = before.repeated();
    }

    Vertex at(int id) {
        return Objects.requireNonNull(vertices.get(id));
    }

    /** Null when it is neither there nor referred to. */
    @Nullable
    Vertex find(ResourceRef ref) {
        Integer id = ids.getOrElse(ref, -1);
        return id < 0 ? null : at(id);
    }

    /** The number of a resource; it gets the smallest free one when it has none. */
    int hold(ResourceRef ref) {
        int known = ids.getOrElse(ref, -1);
        if (known >= 0) {
            return known;
        }
        int id = free.isEmpty() ? bound : free.first();
        if (id == End.VERTICES) {
            throw new IllegalStateException("a world holds at most " + End.VERTICES + " resources");
        }
        free = free.without(id);
        bound = Math.max(bound, id + 1);
        ids = ids.put(ref, id);
        put(id, Vertex.of(ref));
        touched.add(id);
        return id;
    }

    void tell(int id, @Nullable Seen seen) {
        put(id, at(id).told(seen));
        touched.add(id);
    }

    /** Replaces what one resource states by name. */
    void restate(List<Relation> before, List<Relation> now) {
        if (before.equals(now)) {
            return;
        }
        Set<Long> was = edges(before);
        Set<Long> is = edges(now);
        is.stream().filter(edge -> !was.contains(edge)).forEach(this::link);
        was.stream().filter(edge -> !is.contains(edge)).forEach(this::unlink);
    }

    private Set<Long> edges(List<Relation> relations) {
        Set<Long> edges = new LinkedHashSet<>();
        for (Relation relation : relations) {
            edges.add(End.edge(relation.type(), hold(relation.from()), hold(relation.to())));
        }
        return edges;
    }

    /** One statement more from which this relation follows. */
    void link(long edge) {
        int from = (int) (edge >>> 32);
        int out = (int) edge;
        Vertex start = at(from);
        if (start.out().contains(out)) {
            repeated = repeated.put(edge, repeated.getOrElse(edge, 1) + 1);
            return;
        }
        put(from, start.leading(start.out().with(out)));
        Vertex target = at(End.vertex(out));
        put(End.vertex(out), target.led(target.in().with(End.of(End.type(out), from))));
    }

    /** One statement less; without any the relation is no more. */
    void unlink(long edge) {
        int times = repeated.getOrElse(edge, 1);
        if (times > 1) {
            repeated = times == 2 ? repeated.remove(edge) : repeated.put(edge, times - 1);
            return;
        }
        int from = (int) (edge >>> 32);
        int out = (int) edge;
        Vertex start = at(from);
        put(from, start.leading(start.out().without(out)));
        Vertex target = at(End.vertex(out));
        put(End.vertex(out), target.led(target.in().without(End.of(End.type(out), from))));
        touched.add(from);
        touched.add(End.vertex(out));
    }

    private void put(int id, Vertex vertex) {
        vertices = vertices.with(id, vertex);
    }

    /** The graph, without the vertices that nothing holds any more. */
    Graph done() {
        touched.stream().filter(id -> at(id).loose()).forEach(id -> {
            ids = ids.remove(at(id).ref());
            vertices = vertices.with(id, null);
            free = free.with(id);
        });
        return new Graph(ids, vertices, free, bound, repeated);
    }
}
