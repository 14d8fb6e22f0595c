package io.kubilitics.graph.change;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation.Seen;
import java.time.Instant;
import java.util.Optional;

/** Something that happened in the cluster, as far as somebody tells. */
public sealed interface Change {

    /** What it happened to; nothing when it is about no object. */
    Optional<ResourceRef> about();

    /** Not later than this; Kubernetes tells time in whole seconds. {@link Instant#EPOCH} when nobody knows. */
    Instant at();

    /** Who did it, as recorded: a person, a controller or a field manager. Comes from outside; empty when nobody tells. */
    String by();

    /** A field took another value, came or went. */
    record Edited(ResourceRef ref, Edit edit, Instant at, String by) implements Change {
        @Override
        public Optional<ResourceRef> about() {
            return Optional.of(ref);
        }

        /** What kind of field it is. */
        public Topic topic() {
            return edit.place().topic();
        }

        /** The container that the field belongs to; empty when it belongs to none. */
        public String container() {
            return edit.place().container().orElse("");
        }

        /** The value before as text, JSON where it is more than a text or number; nothing when the field came. */
        public Optional<String> from() {
            return edit.from();
        }

        /** The value since; nothing when the field went. */
        public Optional<String> to() {
            return edit.to();
        }

        @Override
        public String toString() {
            return edit.sentence(ref.toString());
        }
    }

    /** It was made. */
    record Created(ResourceRef ref, Instant at, String by) implements Change {
        @Override
        public Optional<ResourceRef> about() {
            return Optional.of(ref);
        }

        @Override
        public String toString() {
            return ref + " was created";
        }
    }

    /**
     * It was taken away.
     *
     * @param former what it was, when somebody kept it
     */
    record Deleted(ResourceRef ref, Optional<Seen> former, Instant at, String by) implements Change {
        @Override
        public Optional<ResourceRef> about() {
            return Optional.of(ref);
        }

        public Deleted withoutFormer() {
            return new Deleted(ref, Optional.empty(), at, by);
        }

        @Override
        public String toString() {
            return ref + " was deleted";
        }
    }

    /** Something that is no change of an object, in somebody's words. */
    record Noted(String text, Instant at, String by) implements Change {
        @Override
        public Optional<ResourceRef> about() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
