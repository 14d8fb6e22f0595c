package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that was learnt about the cluster. */
public sealed interface Observation {

    /**
     * A resource, and what it refers to: by name, and by selectors.
     *
     * @param object as it was read, where it is worth keeping
     */
    record Seen(Resource resource, List<Relation> relations, List<Selection> selections, Optional<Kept> object)
            implements Observation {
        public Seen {
            relations = List.copyOf(relations);
            selections = List.copyOf(selections);
        }

        public Seen(Resource resource, List<Relation> relations, List<Selection> selections) {
            this(resource, relations, selections, Optional.empty());
        }

        /** The same; lists that are equal are shared, as most are between two looks. */
        Seen relatingAs(Seen before) {
            return new Seen(resource, before.relations, before.selections, object);
        }

        /** The same with the object to be kept. */
        public Seen keeping(Kept kept) {
            return new Seen(resource, relations, selections, Optional.of(kept));
        }
    }

    /**
     * A resource is there no longer.
     *
     * @param at when that was noticed; {@link Instant#EPOCH} when nobody knows
     */
    record Gone(ResourceRef ref, Instant at) implements Observation {
        public Gone(ResourceRef ref) {
            this(ref, Instant.EPOCH);
        }
    }

    record Noted(ResourceRef about, EventNote event) implements Observation {}

    /**
     * Every resource of this kind in this namespace has been seen: what was not seen is absent.
     *
     * @param namespace {@link #EVERYWHERE} for all of the cluster
     */
    record Listed(Kind kind, String namespace) implements Observation {
        public Listed(Kind kind) {
            this(kind, EVERYWHERE);
        }
    }

    /**
     * Resources of this kind cannot be seen there, and nothing is known of them.
     *
     * @param namespace {@link #EVERYWHERE} for all of the cluster
     * @param reason for people
     */
    record Refused(Kind kind, String namespace, String reason) implements Observation {}

    /**
     * Of some resources of this kind only the metadata is told, because all of it would be too much.
     *
     * @param resources how many they are; none when all are told in full again
     */
    record Outlined(Kind kind, int resources) implements Observation {}

    /** In place of a namespace, as the API itself spells it. */
    String EVERYWHERE = "";
}
