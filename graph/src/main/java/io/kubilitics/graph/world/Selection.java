package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.select.Selector;

/**
 * A resource refers to all others of a kind that match a selector, whichever they are at the moment. The world keeps the
 * relations that follow from it in step with both ends.
 *
 * @param among the kind of what is selected
 */
public record Selection(Relation.Type type, ResourceRef from, Kind among, Namespaces in, Selector selector) {

    /** Where what is selected may live. */
    public sealed interface Namespaces {

        record One(String name) implements Namespaces {}

        /** Those whose own labels match; all of them with {@link Selector#EVERYTHING}. */
        record Matching(Selector labels) implements Namespaces {}

        /** For kinds that belong to no namespace. */
        record ClusterWide() implements Namespaces {}
    }
}
