package io.kubilitics.graph.action;

import io.kubilitics.graph.ResourceRef;
import java.util.List;

/** One thing to do to the cluster. Closed: whoever simulates, judges, executes or undoes must have an answer for each. */
public sealed interface Action {

    ResourceRef target();

    /** Why it should help, for the person who decides. */
    String why();

    /** Changes named fields of one object. */
    record Patch(ResourceRef target, List<Edit> edits, String why) implements Action {
        public Patch {
            edits = List.copyOf(edits);
            if (edits.isEmpty()) {
                throw new IllegalArgumentException("a patch of " + target + " must change something");
            }
        }
    }

    /**
     * One field set to a value.
     *
     * @param path a JSON pointer
     * @param value a text, as all fields we set have texts
     */
    record Edit(String path, String value) {}
}
