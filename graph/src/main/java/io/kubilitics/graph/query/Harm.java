package io.kubilitics.graph.query;

/** How a resource fails, the worst first. */
public enum Harm {
    /** It is not there. */
    MISSING,
    /** It is there and does not do its work. */
    UNWELL,
    /** It does its work with less than it needs or was asked for. */
    DEGRADED
}
