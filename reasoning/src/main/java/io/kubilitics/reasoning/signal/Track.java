package io.kubilitics.reasoning.signal;

import io.kubilitics.reasoning.signal.Metrics.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One number over time, as it is asked whether and when it rose. Compares with its own past only. */
final class Track {

    /** More than this shows no more, and takes longer. */
    private static final int MOST = 120;
    /** Fewer show nothing. */
    private static final int LEAST = 12;
    /** A change counts when it lasts a sixth of all that was measured. */
    private static final int PARTS = 6;

    private static final double QUIET = 0.25;
    private static final double MIDDLE = 0.5;
    private static final double NOISY = 0.85;

    private final List<Sample> samples;
    private final double[] values;
    private final int span;

    private Track(List<Sample> samples) {
        this.samples = samples;
        this.values = samples.stream().mapToDouble(Sample::value).toArray();
        this.span = Math.max(4, values.length / PARTS);
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
            double[] sorted = few.stream().mapToDouble(Sample::value).sorted().toArray();
            thin.add(new Sample(few.getFirst().at(), quantile(sorted, MIDDLE)));
        }
        return thin;
    }

    double middle() {
        return quantile(sorted(0, values.length), MIDDLE);
    }

    /**
     * Where it rose most above all that it was before, and stayed there for a while; the requests are left at 1.
     *
     * @param floor what counts as next to nothing, so that a rise from nothing to little is none
     */
    Optional<Jump> jump(double floor) {
        double most = 1;
        int place = -1;
        for (int k = span + span / 4; k + span <= values.length; k++) {
            double factor = (quantile(sorted(k, k + span), QUIET) + floor) / (quantile(sorted(0, k), NOISY) + floor);
            if (factor > most) {
                most = factor;
                place = k;
            }
        }
        return place < 0
                ? Optional.empty()
                : Optional.of(new Jump(
                        most,
                        quantile(sorted(0, place), MIDDLE),
                        quantile(sorted(place, place + span), MIDDLE),
                        samples.get(place).at(),
                        1));
    }

    /** How many times what it was before a moment it is after it. */
    OptionalDouble change(Instant at, double floor) {
        int k = 0;
        while (k < values.length && samples.get(k).at().isBefore(at)) {
            k++;
        }
        double[] before = sorted(Math.max(0, k - 2 * span), k);
        double[] after = sorted(k, Math.min(values.length, k + 2 * span));
        return before.length == 0 || after.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((quantile(after, MIDDLE) + floor) / (quantile(before, MIDDLE) + floor));
    }

    Instant begin() {
        return samples.getFirst().at();
    }

    Instant end() {
        return samples.getLast().at();
    }

    private double[] sorted(int from, int to) {
        double[] part = Arrays.copyOfRange(values, from, to);
        Arrays.sort(part);
        return part;
    }

    /** Between two values, as far as the share lies between them. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int low = (int) place;
        int high = Math.min(low + 1, sorted.length - 1);
        double rest = place - low;
        return sorted[low] * (1 - rest) + sorted[high] * rest;
    }
}
