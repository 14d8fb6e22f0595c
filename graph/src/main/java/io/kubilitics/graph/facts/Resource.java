package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;

/** One resource as it was seen. */
public record Resource(ResourceRef ref, Meta meta, Facts facts) {}
