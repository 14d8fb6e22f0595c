package io.kubilitics.gateway.bundle.read;

import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.util.HashMap;
import java.util.Map;

/** Logs that were read before the file that they lay in was closed. */
record HeldLogs(Map<OfLogs, Evidence> held) implements LogSource {

    /** In characters: a small file may have been packed from a very large one. */
    private static final long MOST = 64L << 20;

    HeldLogs {
        held = Map.copyOf(held);
    }

    static HeldLogs of(LogFiles files) {
        Map<OfLogs, Evidence> held = new HashMap<>();
        long size = 0;
        for (OfLogs probe : files.files().keySet()) {
            Evidence evidence = size > MOST
                    ? new Evidence.Unavailable("there are too many logs to hold them all")
                    : files.lines(probe);
            size += evidence instanceof Evidence.Lines(var lines)
                    ? lines.stream().mapToLong(String::length).sum()
                    : 0;
            held.put(probe, evidence);
        }
        return new HeldLogs(held);
    }

    @Override
    public boolean atHand() {
        return true;
    }

    @Override
    public Evidence lines(OfLogs probe) {
        Evidence evidence = held.get(probe);
        return evidence == null ? LogFiles.none(probe) : evidence;
    }
}
