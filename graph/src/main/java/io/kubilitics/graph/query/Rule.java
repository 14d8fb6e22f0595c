package io.kubilitics.graph.query;

/** Why harm goes from one resource to another. */
public sealed interface Rule permits Propagation, Membership {

    /** Ends the sentence "… suffers because it". */
    String why();
}
