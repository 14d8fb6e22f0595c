package io.kubilitics.graph.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** An amount of cpu, memory or anything else that Kubernetes counts, in thousandths: {@code 250m} cpu are 250. */
public record Amount(long thousandths) implements Comparable<Amount> {

    public static final Amount ZERO = new Amount(0);

    private static final int LONGEST = 40;
    private static final int LARGEST_EXPONENT = 20;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);

    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final Map<String, Integer> BINARY = Map.of("Ki", 1, "Mi", 2, "Gi", 3, "Ti", 4, "Pi", 5, "Ei", 6);

    /** What is written as a Kubernetes quantity; nothing when it is none. More than can be counted is the most there is. */
    public static Optional<Amount> of(String quantity) {
        int end = 0;
        while (end < quantity.length() && "+-.0123456789".indexOf(quantity.charAt(end)) >= 0) {
            end++;
        }
        if (end == 0 || end > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(quantity.substring(0, end));
            return factor(quantity.substring(end)).map(factor -> of(number.multiply(factor)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> factor(String suffix) {
        Integer decimal = DECIMAL.get(suffix);
        if (decimal != null) {
            return Optional.of(BigDecimal.ONE.scaleByPowerOfTen(decimal));
        }
        Integer binary = BINARY.get(suffix);
        if (binary != null) {
            return Optional.of(BigDecimal.valueOf(1L << (10 * binary)));
        }
        if (!suffix.matches("[eE][+-]?\\d{1,3}")) {
            return Optional.empty();
        }
        int exponent = Integer.parseInt(suffix.substring(1));
        return Math.abs(exponent) > LARGEST_EXPONENT
                ? Optional.empty()
                : Optional.of(BigDecimal.ONE.scaleByPowerOfTen(exponent));
    }

    private static Amount of(BigDecimal number) {
        BigDecimal thousandths = number.scaleByPowerOfTen(3)
                .setScale(0, RoundingMode.CEILING)
                .min(MOST)
                .max(LEAST);
        return new Amount(thousandths.longValue());
    }

    /** In whole units, such as bytes, rounded up. */
    public long whole() {
        return Math.ceilDiv(thousandths, 1000L);
    }

    public boolean moreThan(Amount other) {
        return thousandths > other.thousandths;
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(thousandths, other.thousandths);
    }

    @Override
    public String toString() {
        return thousandths % 1000 == 0 ? Long.toString(thousandths / 1000) : thousandths + "m";
    }
}
