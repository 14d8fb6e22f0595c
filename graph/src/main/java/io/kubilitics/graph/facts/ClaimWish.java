package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;
import java.util.Optional;
import java.util.Set;

/**
 * Which storage is wanted.
 *
 * @param storageClass not said: the default one; empty: none, so that only a volume made by hand will do
 */
public record ClaimWish(
        Optional<String> storageClass, Set<String> modes, String volumeMode, Amount size, Selector volumes) {
    public ClaimWish {
        modes = Set.copyOf(modes);
    }
}
