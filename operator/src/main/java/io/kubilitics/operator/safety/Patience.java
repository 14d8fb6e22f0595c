package io.kubilitics.operator.safety;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again and again until the cluster has done what it was told. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Patience() {}

    /**
     * Returns when it is so.
     *
     * @param what is waited for, as half a sentence
     * @throws Refused when it is not so after a minute
     */
    static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Refused("after %d s it is still not so that %s".formatted(LONGEST.toSeconds(), what));
            }
            pause(what);
        }
    }

    private static void pause(String what) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted before " + what, asked);
        }
    }
}
