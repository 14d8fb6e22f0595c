package io.kubilitics.graph.action;

import io.kubilitics.graph.ResourceRef;

/** One thing to do to the cluster. Closed: whoever simulates, judges, executes or undoes must have an answer for each. */
public sealed interface Action {

    ResourceRef target();

    /** Why it should help, for the person who decides. */
    String why();

    /** Changes some fields of one object. */
    record Patch(ResourceRef target, Fields fields, String why) implements Action {}
}
