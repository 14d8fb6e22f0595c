package io.kubilitics.graph.world;

import io.kubilitics.graph.persistent.IntSet;

/**
 * All relations of one world in one array, those of a resource side by side: a compressed sparse row. A world that keeps changing
 * cannot be kept like this, but a walk over all of it is several times faster, and laying it out costs about as much as one walk
 * without.
 */
public final class Rows {

    /** Where the relations of a resource begin: at twice its number those that start there, at the next those that lead there. */
    private final int[] begins;

    private final int[] ends;
    private int filled;

    Rows(Graph graph) {
        begins = new int[2 * graph.bound() + 1];
        ends = new int[size(graph)];
        for (int number = 0; number < graph.bound(); number++) {
            Vertex vertex = graph.vertices().get(number);
            begins[2 * number] = filled;
            fill(vertex == null ? IntSet.empty() : vertex.out());
            begins[2 * number + 1] = filled;
            fill(vertex == null ? IntSet.empty() : vertex.in());
        }
        begins[2 * graph.bound()] = filled;
    }

    private static int size(Graph graph) {
        int size = 0;
        for (int number = 0; number < graph.bound(); number++) {
            Vertex vertex = graph.vertices().get(number);
            size += vertex == null ? 0 : vertex.out().size() + vertex.in().size();
        }
        return size;
    }

    private void fill(IntSet set) {
        filled = set.copyTo(ends, filled);
    }

    /** The place of the first relation of a resource; those that start there come before those that lead there. */
    public int first(int number) {
        return begins[2 * number];
    }

    /** The place of the first relation that leads there. */
    public int firstIn(int number) {
        return begins[2 * number + 1];
    }

    /** The place after its last relation. */
    public int after(int number) {
        return begins[2 * number + 2];
    }

    /** The resource at the other end of the relation at a place. */
    public int other(int place) {
        return End.vertex(ends[place]);
    }

    /** What the relation at a place means. */
    public Relation.Type type(int place) {
        return End.type(ends[place]);
    }
}
