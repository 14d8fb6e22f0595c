package io.kubilitics.gateway.watch;

import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Logs for one who looks again and again: read once in a while each, and only so many and for so long in one look. What was left
 * out is read in the next look, because what was read is remembered until then. For one thread.
 */
final class RecentLogs implements LogSource {

    private static final Duration LINES_ARE_FRESH = Duration.ofSeconds(60);
    private static final Duration A_REFUSAL_IS_FRESH = Duration.ofSeconds(10);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(15);
    private static final int MOST_A_LOOK = 20;
    private static final int KEPT = 500;

    private final LogSource logs;
    private final Supplier<Duration> clock;
    private final Map<OfLogs, Read> recent = new LinkedHashMap<>();
    private int read;
    private Duration began = Duration.ZERO;

    /** @param clock the time since the start */
    RecentLogs(LogSource logs, Supplier<Duration> clock) {
        this.logs = logs;
        this.clock = clock;
    }

    private record Read(Evidence evidence, Duration at) {

        boolean isFresh(Duration now) {
            Duration fresh = evidence instanceof Evidence.Unavailable ? A_REFUSAL_IS_FRESH : LINES_ARE_FRESH;
            return now.minus(at).compareTo(fresh) < 0;
        }
    }

    /** From here on it counts anew. */
    void newLook() {
        read = 0;
        began = clock.get();
        recent.values().removeIf(one -> !one.isFresh(began));
    }

    @Override
    public Evidence lines(OfLogs probe) {
        Read known = recent.get(probe);
        if (known != null) {
            return known.evidence();
        }
        if (read >= MOST_A_LOOK || clock.get().minus(began).compareTo(LONGEST_LOOK) > 0) {
            return new Evidence.Unavailable("there were too many logs to read at once; this one is read later");
        }
        read++;
        Evidence evidence = logs.lines(probe);
        if (recent.size() < KEPT) {
            recent.put(probe, new Read(evidence, clock.get()));
        }
        return evidence;
    }
}
