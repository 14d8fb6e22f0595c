package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A PersistentVolume.
 *
 * @param claim it is kept for
 * @param claimUid of that claim as it was when it was bound; a new claim of that name is another one
 * @param nodes one of which must hold where it can be reached
 * @param source as manifests spell it: {@code csi}, {@code hostPath}, {@code local} …
 */
public record VolumeFacts(
        String phase,
        String storageClass,
        Set<String> modes,
        Amount size,
        Optional<ResourceRef> claim,
        String claimUid,
        String reclaim,
        List<NodeTerm> nodes,
        String source,
        String message)
        implements Facts {
    public VolumeFacts {
        modes = Set.copyOf(modes);
        nodes = List.copyOf(nodes);
    }
}
