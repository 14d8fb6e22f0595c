package io.kubilitics.graph.facts;

import java.util.Optional;
import java.util.Set;

/** What a container may do to the machine it runs on, after what its pod says was taken in. */
public record Security(
        Optional<Long> user,
        boolean nonRoot,
        boolean privileged,
        boolean readOnlyRoot,
        Set<String> addedCapabilities,
        Set<String> droppedCapabilities) {

    public static final Security UNSAID = new Security(Optional.empty(), false, false, false, Set.of(), Set.of());

    public Security {
        addedCapabilities = Set.copyOf(addedCapabilities);
        droppedCapabilities = Set.copyOf(droppedCapabilities);
    }
}
