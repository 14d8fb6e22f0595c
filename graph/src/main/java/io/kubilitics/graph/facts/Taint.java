package io.kubilitics.graph.facts;

import java.time.Instant;

/**
 * A node keeps pods away that do not tolerate it.
 *
 * @param since when it was put there, as far as it tells
 */
public record Taint(String key, String value, String effect, Instant since) {

    /** The one that a node gets when somebody says that it takes no new pods. */
    public static final String CORDON = "node.kubernetes.io/unschedulable";

    /** Whether it keeps new pods away rather than merely asks them to go elsewhere. */
    public boolean repels() {
        return effect.equals("NoSchedule") || effect.equals("NoExecute");
    }
}
