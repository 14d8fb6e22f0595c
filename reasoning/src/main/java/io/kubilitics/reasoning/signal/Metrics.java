package io.kubilitics.reasoning.signal;

import java.time.Instant;
import java.util.List;

/** Numbers that were measured over time. */
public record Metrics(List<Series> series) {

    public static final Metrics NONE = new Metrics(List.of());

    public Metrics {
        series = List.copyOf(series);
    }

    /**
     * One number of one application.
     *
     * @param metric as the monitoring system calls it
     * @param samples oldest first; what was not measured is left out
     */
    public record Series(String subject, String metric, List<Sample> samples) {
        public Series {
            samples = List.copyOf(samples);
        }
    }

    public record Sample(Instant at, double value) {}
}
