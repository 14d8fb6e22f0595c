package io.kubilitics.graph.facts;

/** A node keeps pods away that do not tolerate it. */
public record Taint(String key, String value, String effect) {

    /** Whether it keeps new pods away rather than merely asks them to go elsewhere. */
    public boolean repels() {
        return effect.equals("NoSchedule") || effect.equals("NoExecute");
    }
}
