package io.kubilitics.operator.feed;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * For how long is waited, and for what.
 *
 * @param answer until an answer begins; an API server gives up a list by itself after a minute, and says so
 * @param silence in the middle of an answer
 * @param pause after the first failure; each further one is followed by a longer one, up to thirty times as long
 * @param watch the longest life of a watch: the API server ends it after that, or it is given up; what is no longer allowed is
 *     only refused when it is asked for anew
 * @param waking while nothing is said but no, until that is believed; an API server that has just been started refuses what it
 *     allows a moment later
 * @param refusal until what was refused is asked for again; after each further refusal longer, up to sixty times as long
 * @param notice for a list, until it is told what it waits for; whoever converts a custom resource from one version to another may
 *     be away for good
 * @param gap without a connection, before a kind counts as not watched; the API server ends each watch now and then, and it is up
 *     again after a second
 */
public record Limits(
        Duration answer,
        Duration silence,
        Duration pause,
        Duration watch,
        Duration waking,
        Duration refusal,
        Duration notice,
        Duration gap) {

    public static final Limits STANDARD = new Limits(
            Duration.ofSeconds(65),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    /** For people. */
    static String text(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
