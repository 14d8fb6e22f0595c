package io.kubilitics.operator.feed;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;

/** What the body tells whoever follows it. */
public sealed interface Update {

    /** A trimmed object, as JSON. */
    record Put(ResourceRef ref, String object) implements Update {}

    record Remove(ResourceRef ref) implements Update {}

    /** Every object of the kind has been told. */
    record Listed(Kind kind) implements Update {}

    /** Everything that can be seen has been told. */
    record Synced() implements Update {}

    /** What it is about: a newer update about the same makes an older one needless. */
    default Object subject() {
        return switch (this) {
            case Put(var ref, var _) -> ref;
            case Remove(var ref) -> ref;
            case Listed listed -> listed;
            case Synced synced -> synced;
        };
    }
}
