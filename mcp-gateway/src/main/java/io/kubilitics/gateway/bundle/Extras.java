package io.kubilitics.gateway.bundle;

import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.signal.Alert;
import io.kubilitics.reasoning.signal.Metrics;
import io.kubilitics.reasoning.signal.Probes;
import java.util.List;

/**
 * What a bundle may tell beside its objects.
 *
 * @param timeline oldest first
 * @param applied manifests as they were meant
 */
public record Extras(
        List<TimelineStep> timeline,
        LogSource logs,
        Metrics metrics,
        List<Alert> alerts,
        Probes probes,
        List<Manifest> applied) {

    public static final Extras NONE =
            new Extras(List.of(), LogSource.none(), Metrics.NONE, List.of(), Probes.NONE, List.of());

    public Extras {
        timeline = List.copyOf(timeline);
        alerts = List.copyOf(alerts);
        applied = List.copyOf(applied);
    }

    /** The same with these logs. */
    public Extras with(LogSource others) {
        return new Extras(timeline, others, metrics, alerts, probes, applied);
    }
}
