package io.kubilitics.gateway.bundle.write;

import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Logs of a cluster whose diagnosis is recorded: each is read once, and the diagnosis sees what the recording will hold, without
 * what looks like a secret. For one thread.
 */
public final class Recorder implements LogSource {

    private static final int LONGEST_LINE = 4096;

    /** Of one log, in characters; less than a reader of bundles takes of it. */
    private static final int LONGEST_LOG = 60 << 10;

    /** Of all of them. */
    private static final long MOST = 32L << 20;

    private final LogSource logs;
    private final UnaryOperator<String> cleaning;
    private final Map<OfLogs, Evidence> read = new TreeMap<>(RecordedTree.ORDER);
    private long size;

    public Recorder(LogSource logs, UnaryOperator<String> cleaning) {
        this.logs = logs;
        this.cleaning = cleaning;
    }

    @Override
    public boolean atHand() {
        return logs.atHand();
    }

    @Override
    public Evidence lines(OfLogs probe) {
        Evidence known = read.get(probe);
        if (known != null) {
            return known;
        }
        Evidence evidence = size > MOST
                ? new Evidence.Unavailable("a recording has no room for more logs")
                : kept(logs.lines(probe));
        read.put(probe, evidence);
        return evidence;
    }

    private Evidence kept(Evidence evidence) {
        if (!(evidence instanceof Evidence.Lines(var lines))) {
            return evidence;
        }
        List<String> kept = new ArrayList<>();
        int length = 0;
        for (String line : lines.reversed()) {
            String clean = plain(cleaning.apply(line));
            length += clean.length() + 1;
            if (length > LONGEST_LOG) {
                break;
            }
            kept.addFirst(clean);
        }
        size += length;
        return new Evidence.Lines(kept);
    }

    /** One line of a file, whatever it held. */
    private static String plain(String line) {
        String one = line.replaceAll("\\R", " ");
        return one.length() > LONGEST_LINE ? one.substring(0, LONGEST_LINE) : one;
    }

    /** All that were asked for so far. */
    Map<OfLogs, Evidence> read() {
        return Collections.unmodifiableMap(read);
    }
}
