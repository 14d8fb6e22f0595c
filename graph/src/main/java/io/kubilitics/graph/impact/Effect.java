package io.kubilitics.graph.impact;

import io.kubilitics.graph.ResourceRef;

/** What would happen to one resource, in words. */
public record Effect(ResourceRef ref, String what) {}
