package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.change.Bytes;
import io.kubilitics.graph.facts.Amount;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares amounts of memory as changes tell them. */
final class Amounts {

    static final String NONE = "none";

    private Amounts() {}

    /** None is more than any; what cannot be read is neither more nor less. */
    static boolean less(Optional<String> one, Optional<String> other) {
        Optional<Amount> amount = one.flatMap(Amount::of);
        return amount.isPresent()
                && (other.isEmpty()
                        || other.flatMap(Amount::of)
                                .filter(more -> more.moreThan(amount.get()))
                                .isPresent());
    }

    static boolean same(Optional<String> text, OptionalLong bytes) {
        return bytes.isEmpty()
                ? text.isEmpty()
                : text.flatMap(Amount::of)
                        .filter(amount -> amount.whole() == bytes.getAsLong())
                        .isPresent();
    }

    static String text(OptionalLong bytes) {
        return bytes.isEmpty() ? NONE : Bytes.text(bytes.getAsLong());
    }
}
