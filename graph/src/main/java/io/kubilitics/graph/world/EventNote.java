package io.kubilitics.graph.world;

import java.time.Instant;

/**
 * A Kubernetes Event about a resource. Its text comes from outside and proves nothing by itself.
 *
 * @param last when it was last seen
 */
public record EventNote(String uid, boolean warning, String reason, String message, int count, Instant last) {}
