package io.kubilitics.graph.facts;

import java.time.Instant;

/**
 * A volume that is, or should be, attached to a node.
 *
 * @param error why that fails, empty when it does not
 */
public record AttachmentFacts(String driver, String node, String volume, boolean attached, String error, Instant failed)
        implements Facts {}
