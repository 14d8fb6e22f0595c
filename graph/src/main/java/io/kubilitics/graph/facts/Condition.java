package io.kubilitics.graph.facts;

import java.time.Instant;

/** A condition from a status. */
public record Condition(String type, boolean holds, String reason, String message, Instant since) {}
