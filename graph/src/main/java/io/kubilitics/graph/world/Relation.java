package io.kubilitics.graph.world;

import io.kubilitics.graph.ResourceRef;

/** One resource refers to another, which need not exist. */
public record Relation(Type type, ResourceRef from, ResourceRef to) {

    /** What a relation means, read from its first end to its second. */
    public enum Type {
        /** The owner made it and takes it away. */
        OWNS,
        /** The pod runs on the node. */
        SCHEDULED_ON,
        /** A container needs it to start: a ConfigMap or Secret, whole or in part. */
        READS
    }
}
