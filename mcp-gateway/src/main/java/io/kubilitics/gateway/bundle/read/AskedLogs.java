package io.kubilitics.gateway.bundle.read;

import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.util.Map;

/**
 * Logs of a recorded cluster: those that a diagnosis asked for and no others, so they cannot be read through for trouble.
 *
 * @param silent which could not be read, and why
 */
record AskedLogs(LogSource logs, Map<OfLogs, String> silent) implements LogSource {

    @Override
    public Evidence lines(OfLogs probe) {
        String why = silent.get(probe);
        return why == null ? logs.lines(probe) : new Evidence.Unavailable(why);
    }
}
