package io.kubilitics.graph.facts;

import java.time.Instant;
import java.util.Set;

/** A TLS certificate: for which names and between which times it is good. */
public record Certificate(Set<String> names, Instant from, Instant until) {
    public Certificate {
        names = Set.copyOf(names);
    }
}
