package io.kubilitics.cli.cluster.machine;

import io.kubilitics.cli.CliFault;
import java.util.function.BooleanSupplier;

/** Waits for something on this machine to become true, within a bound. */
public final class Waiting {

    private static final int STEP_MILLIS = 100;

    private Waiting() {}

    /** Whether it became true within the time. */
    public static boolean until(long millis, BooleanSupplier isTrue) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!isTrue.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CliFault.failed("interrupted while waiting", interrupted);
        }
    }
}
