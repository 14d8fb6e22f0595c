package io.kubilitics.graph.world;

/** Whether a resource exists, as far as this world can know. */
public enum Presence {
    PRESENT,
    /** All of its kind were listed and it was not among them. */
    ABSENT,
    /** Nothing can be said: its kind was not listed, for lack of rights or of time. */
    UNSEEN
}
