package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.util.Optional;

/** Who made something, by its name alone: for what stands between and cannot be seen. */
final class OwnerName {

    private OwnerName() {}

    /** Deployments call their ReplicaSets by their own name and a hash. */
    static Optional<ResourceRef> of(ResourceRef owned) {
        int dash = owned.name().lastIndexOf('-');
        return owned.kind().equals(Kind.REPLICA_SET) && dash > 0
                ? Optional.of(ResourceRef.of(
                        Kind.DEPLOYMENT, owned.namespace(), owned.name().substring(0, dash)))
                : Optional.empty();
    }
}
