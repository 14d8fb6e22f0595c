package io.kubilitics.reasoning.signal;

import java.time.Instant;
import java.util.Locale;

/**
 * A number rose and stayed high.
 *
 * @param factor how many times the least of afterwards is the most of before, as far as noise allows to say; 1 is no rise
 * @param since {@link Instant#EPOCH} when nobody told
 * @param requests how many times as many requests there are since then; 1 when nobody counted
 */
public record Jump(double factor, double before, double after, Instant since, double requests) {

    /** Jumps add up by their logarithms: twice as much twice is four times as much. */
    public double weight() {
        return Math.log(factor);
    }

    Jump with(double moreRequests) {
        return new Jump(factor, before, after, since, moreRequests);
    }

    /** What more requests do not explain. */
    public double beyondRequests() {
        return factor / Math.max(1, requests);
    }

    @Override
    public String toString() {
        return Double.isNaN(before)
                ? "to %s".formatted(figure(after))
                : "from %s to %s".formatted(figure(before), figure(after));
    }

    /** Three digits are enough for people. */
    private static String figure(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
