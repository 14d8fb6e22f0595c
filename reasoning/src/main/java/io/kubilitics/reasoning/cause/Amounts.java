package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.change.Bytes;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Compares amounts of memory as changes tell them. */
final class Amounts {

    static final String NONE = "none";

    private static final String UNITS = "KMGT";

    private Amounts() {}

    /** None is more than any. */
    static boolean less(String one, String other) {
        return bytes(one) < bytes(other);
    }

    static String text(OptionalLong bytes) {
        return bytes.isEmpty() ? NONE : Bytes.text(bytes.getAsLong());
    }

    private static long bytes(String text) {
        if (text.equals(NONE)) {
            return Long.MAX_VALUE;
        }
        int digits = (int) IntStream.range(0, text.length())
                .takeWhile(i -> Character.isDigit(text.charAt(i)))
                .count();
        int power = digits == text.length() ? 0 : UNITS.indexOf(text.charAt(digits)) + 1;
        return Long.parseLong(text.substring(0, digits)) << (10 * power);
    }
}
