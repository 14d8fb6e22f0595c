package io.kubilitics.gateway.bundle;

import io.kubilitics.graph.ResourceRef;

/**
 * An object as somebody meant it, or as it was.
 *
 * @param json without secret values
 */
public record Manifest(ResourceRef ref, String json) {}
