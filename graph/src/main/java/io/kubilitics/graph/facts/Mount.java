package io.kubilitics.graph.facts;

/** Where a container finds a volume of its pod. */
public record Mount(String volume, String path, String subPath, boolean readOnly) {}
