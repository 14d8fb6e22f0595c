package io.kubilitics.graph.facts;

import java.util.Optional;

/**
 * A container as it is.
 *
 * @param before how its former instance ended
 */
public record ContainerStatus(
        String name, boolean ready, int restarts, ContainerState now, Optional<ContainerState.Ended> before) {

    /** The last time it ended, be it this instance or the one before. */
    public Optional<ContainerState.Ended> lastEnd() {
        return now instanceof ContainerState.Ended ended ? Optional.of(ended) : before;
    }
}
