package io.kubilitics.graph.world;

/**
 * One end of a relation in one number: the type in the upper 8 bits, the vertex at the other end in the lower 24. So those of one
 * type stand together.
 */
final class End {

    /** More vertices than this a world cannot have. */
    static final int VERTICES = 1 << 24;

    private static final Relation.Type[] TYPES = Relation.Type.values();

    private End() {}

    @SuppressWarnings("EnumOrdinal") // these numbers are never written down: they live as long as the world
    static int of(Relation.Type type, int vertex) {
        return type.ordinal() << 24 | vertex;
    }

    static int first(Relation.Type type) {
        return of(type, 0);
    }

    static int last(Relation.Type type) {
        return of(type, VERTICES - 1);
    }

    static int vertex(int end) {
        return end & (VERTICES - 1);
    }

    static Relation.Type type(int end) {
        return TYPES[end >>> 24];
    }

    /** A whole relation in one number: where it starts, and its other end. */
    static long edge(Relation.Type type, int from, int to) {
        return (long) from << 32 | Integer.toUnsignedLong(of(type, to));
    }
}
