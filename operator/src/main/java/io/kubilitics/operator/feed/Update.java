package io.kubilitics.operator.feed;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Kept;
import io.kubilitics.graph.world.Observation;

/** What the body tells whoever follows it. */
public sealed interface Update {

    /**
     * A trimmed object, as compressed JSON.
     *
     * @param outline whether only its metadata is told
     */
    record Put(ResourceRef ref, Kept object, boolean outline) implements Update {

        /** All of the object, as JSON. */
        public Put(ResourceRef ref, String object) {
            this(ref, Kept.of(object), false);
        }
    }

    record Remove(ResourceRef ref) implements Update {}

    /**
     * Every object of the kind has been told.
     *
     * @param namespace where; {@link Observation#EVERYWHERE} for all of the cluster
     */
    record Listed(Kind kind, String namespace) implements Update {

        public Listed(Kind kind) {
            this(kind, Observation.EVERYWHERE);
        }
    }

    /**
     * Objects of the kind cannot be seen.
     *
     * @param namespace where; {@link Observation#EVERYWHERE} for all of the cluster
     */
    record Refused(Kind kind, String namespace, String reason) implements Update {}

    /** Of how many objects of the kind only the metadata is told. */
    record Outlined(Kind kind, int objects) implements Update {}

    /** Everything that can be seen has been told. */
    record Synced() implements Update {}

    /** What it is about: a newer update about the same makes an older one needless. */
    default Object subject() {
        return switch (this) {
            case Put(var ref, var _, var _) -> ref;
            case Remove(var ref) -> ref;
            case Listed(var kind, var namespace) -> new Portion(kind, namespace);
            case Refused(var kind, var namespace, var _) -> new Portion(kind, namespace);
            case Outlined(var kind, var _) -> kind;
            case Synced synced -> synced;
        };
    }

    /**
     * Whether it tells of all objects that were told before it. Then it must not take the place of an older one about the same,
     * because some of those objects came in between.
     */
    default boolean sumsUp() {
        return this instanceof Listed || this instanceof Refused;
    }
}
