package io.kubilitics.e2e.cluster;

/** A namespace made for one test and deleted after it. */
public record TestNamespace(String name) {}
