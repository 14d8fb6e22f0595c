package io.kubilitics.graph.facts;

/** A CSI driver as the cluster knows it. */
public record DriverFacts(boolean attaches, boolean tracksCapacity) implements Background {}
