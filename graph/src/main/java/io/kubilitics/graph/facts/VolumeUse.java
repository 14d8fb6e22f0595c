package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.Optional;
import java.util.Set;

/**
 * A volume of a pod. One that is put together from several sources stands there once for each.
 *
 * @param type as manifests spell it: {@code configMap}, {@code emptyDir} …
 * @param source the claim, ConfigMap, Secret or driver behind it
 * @param keys those that must be there; none means whichever there are
 * @param detail the path of a {@code hostPath}, the size limit of an {@code emptyDir}
 */
public record VolumeUse(
        String name, String type, Optional<ResourceRef> source, Set<String> keys, boolean optional, String detail) {
    public VolumeUse {
        keys = Set.copyOf(keys);
    }
}
