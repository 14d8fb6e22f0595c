package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import java.util.List;

/** One thing that was learnt about the cluster. */
public sealed interface Observation {

    /**
     * A resource, and what it refers to: by name, and by selectors.
     */
    record Seen(Resource resource, List<Relation> relations, List<Selection> selections) implements Observation {
        public Seen {
            relations = List.copyOf(relations);
            selections = List.copyOf(selections);
        }
    }

    record Gone(ResourceRef ref) implements Observation {}

    record Noted(ResourceRef about, EventNote event) implements Observation {}

    /** Every resource of this kind has been seen: what was not seen is absent. */
    record Listed(Kind kind) implements Observation {}
}
