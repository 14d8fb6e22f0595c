package io.kubilitics.reasoning.signal;

import io.kubilitics.reasoning.signal.Metrics.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One number over time, as it is asked whether and when it changed. Compares with its own past only. */
final class Track {

    /** More than this shows no more, and takes longer. */
    private static final int MOST = 120;
    /** Fewer show nothing. */
    private static final int LEAST = 12;
    /** A change counts when it lasts a sixth of all that was measured. */
    private static final int PARTS = 6;

    private static final double QUIET = 0.25;
    private static final double NOISY = 0.85;

    private final List<Sample> samples;
    private final int span;

    private Track(List<Sample> samples) {
        this.samples = samples;
        this.span = Math.max(4, samples.size() / PARTS);
    }

    /** Nothing when there is too little to see. */
    static Optional<Track> of(List<Sample> samples) {
        List<Sample> thin = thinned(samples);
        return thin.size() < LEAST ? Optional.empty() : Optional.of(new Track(thin));
    }

    private static List<Sample> thinned(List<Sample> samples) {
        int step = Math.ceilDiv(samples.size(), MOST);
        if (step <= 1) {
            return samples;
        }
        List<Sample> thin = new ArrayList<>();
        for (int i = 0; i < samples.size(); i += step) {
            List<Sample> few = samples.subList(i, Math.min(samples.size(), i + step));
            thin.add(new Sample(few.getFirst().at(), middle(values(few))));
        }
        return thin;
    }

    double middle() {
        return middle(values(samples));
    }

    /**
     * Where it rose most, if it did.
     *
     * @param floor what counts as next to nothing, so that a rise from nothing to little is none
     */
    Optional<Jump> jump(double floor) {
        Optional<Jump> best = Optional.empty();
        for (int k = span + span / 4; k + span <= samples.size(); k++) {
            List<Double> before = values(samples.subList(Math.max(0, k - 2 * span), k));
            List<Double> after = values(samples.subList(k, k + span));
            double factor = (quantile(after, QUIET) + floor) / (quantile(before, NOISY) + floor);
            if (factor > best.map(Jump::factor).orElse(1.0)) {
                best = Optional.of(new Jump(
                        factor, middle(before), middle(after), samples.get(k).at()));
            }
        }
        return best;
    }

    /** How many times what it was before a moment it is after it. */
    OptionalDouble change(Instant at, double floor) {
        int k = 0;
        while (k < samples.size() && samples.get(k).at().isBefore(at)) {
            k++;
        }
        List<Double> before = values(samples.subList(Math.max(0, k - 2 * span), k));
        List<Double> after = values(samples.subList(k, Math.min(samples.size(), k + 2 * span)));
        return before.isEmpty() || after.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((middle(after) + floor) / (middle(before) + floor));
    }

    Instant begin() {
        return samples.getFirst().at();
    }

    Instant end() {
        return samples.getLast().at();
    }

    private static List<Double> values(List<Sample> samples) {
        return samples.stream().map(Sample::value).sorted().toList();
    }

    private static double middle(List<Double> sorted) {
        return quantile(sorted, 0.5);
    }

    /** Between two values, as far as the share lies between them. */
    static double quantile(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int low = (int) place;
        int high = Math.min(low + 1, sorted.size() - 1);
        double rest = place - low;
        return sorted.get(low) * (1 - rest) + sorted.get(high) * rest;
    }
}
