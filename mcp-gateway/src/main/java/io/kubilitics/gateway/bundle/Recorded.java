package io.kubilitics.gateway.bundle;

import io.kubilitics.graph.world.Observation;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.util.List;
import java.util.Map;

/**
 * What a bundle that was recorded from a live cluster says of itself. It need not be guessed then of what it holds all there is.
 *
 * @param coverage how far the view of each kind reached
 * @param silent which logs could not be read, and why
 */
public record Recorded(List<Observation> coverage, Map<OfLogs, String> silent) {

    public Recorded {
        coverage = List.copyOf(coverage);
        silent = Map.copyOf(silent);
    }
}
