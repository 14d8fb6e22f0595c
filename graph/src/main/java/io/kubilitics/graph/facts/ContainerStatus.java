package io.kubilitics.graph.facts;

import java.util.Optional;

/**
 * A container as it is.
 *
 * @param started whether it got past its startup probe
 * @param before how its former instance ended
 */
public record ContainerStatus(
        String name,
        ContainerSpec.Role role,
        boolean ready,
        boolean started,
        int restarts,
        ContainerState now,
        Optional<ContainerState.Ended> before) {

    /** The last time it ended, be it this instance or the one before. */
    public Optional<ContainerState.Ended> lastEnd() {
        return now instanceof ContainerState.Ended ended ? Optional.of(ended) : before;
    }
}
