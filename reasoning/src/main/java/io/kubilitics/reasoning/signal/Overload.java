package io.kubilitics.reasoning.signal;

import io.kubilitics.reasoning.signal.Shifts.App;

/** Whether an application came to need far more CPU than it did, for no more requests than it had, and is held back for it. */
public final class Overload {

    /** So near its limit it waits for the next slice of time. */
    private static final double FULL = 0.8;

    private Overload() {}

    public static boolean of(App app) {
        return !app.isNode() && isBusier(app) && isHeldBack(app);
    }

    /** Twice as much and more, beside what more requests explain. */
    public static boolean isBusier(App app) {
        return app.jump(Aspect.CPU)
                .filter(jump -> jump.beyondRequests() >= Shifts.CLEAR)
                .isPresent();
    }

    private static boolean isHeldBack(App app) {
        boolean full = app.cores() > 0
                && app.jump(Aspect.CPU)
                        .filter(jump -> jump.after() >= FULL * app.cores())
                        .isPresent();
        return full || app.jump(Aspect.THROTTLING).isPresent();
    }
}
