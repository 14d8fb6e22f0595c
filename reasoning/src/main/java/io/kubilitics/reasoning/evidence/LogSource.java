package io.kubilitics.reasoning.evidence;

import io.kubilitics.reasoning.evidence.Probe.OfLogs;

/** Where logs come from: the one kind of evidence that no world holds. */
public interface LogSource {

    Evidence lines(OfLogs probe);

    /** Whether all logs lie at hand and may be read through; those of a living cluster are read only where a question leads. */
    default boolean atHand() {
        return false;
    }

    /** No logs at all. */
    static LogSource none() {
        return _ -> new Evidence.Unavailable("no logs can be read here");
    }
}
