package io.kubilitics.reasoning.cause;

/** How sure an answer is; surest first. */
public enum Confidence {
    /** The state of the cluster itself shows it; nothing else could. */
    PROVEN,
    STRONG,
    LIKELY,
    /** Rests on words from outside alone. */
    WEAK;

    public boolean isAtLeast(Confidence other) {
        return compareTo(other) <= 0;
    }
}
