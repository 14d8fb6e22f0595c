package io.kubilitics.graph.change;

import io.kubilitics.graph.ResourceRef;
import java.time.Instant;

/**
 * A field of a resource took another value.
 *
 * @param what which field, in words: {@code memory limit of container app}
 * @param at not later than this; Kubernetes tells time in whole seconds
 */
public record Change(ResourceRef ref, What field, String what, String from, String to, Instant at) {

    /** The fields whose changes we know how to read. */
    public enum What {
        IMAGE,
        COMMAND,
        MEMORY_LIMIT,
        READ_KEYS,
        KEYS,
        VALUE
    }

    @Override
    public String toString() {
        return "%s of %s changed from %s to %s".formatted(what, ref, from, to);
    }
}
