package io.kubilitics.operator.feed;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.Observation;

/**
 * What one watch is for.
 *
 * @param namespace {@link Observation#EVERYWHERE} for all of the cluster
 */
record Portion(Kind kind, String namespace) implements Comparable<Portion> {

    boolean everywhere() {
        return namespace.equals(Observation.EVERYWHERE);
    }

    @Override
    public int compareTo(Portion other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : namespace.compareTo(other.namespace);
    }

    @Override
    public String toString() {
        return everywhere() ? kind.toString() : "%s in %s".formatted(kind, namespace);
    }
}
