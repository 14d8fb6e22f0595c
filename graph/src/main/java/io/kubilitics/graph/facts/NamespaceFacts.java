package io.kubilitics.graph.facts;

/** A namespace. */
public record NamespaceFacts(boolean terminating) implements Facts {}
