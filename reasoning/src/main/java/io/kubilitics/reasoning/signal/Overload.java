package io.kubilitics.reasoning.signal;

import io.kubilitics.reasoning.signal.Shifts.App;

/** Whether an application came to need far more CPU than it did, for no more requests than it had, and is held back for it. */
public final class Overload {

    /** So near its limit it waits for the next slice of time. */
    private static final double FULL = 0.8;

    private Overload() {}

    public static boolean of(App app) {
        return !app.isNode() && busier(app) && heldBack(app);
    }

    /** Twice as much and more, beside what more requests explain. */
    public static boolean busier(App app) {
        double requests = Math.max(
                app.change(Aspect.REQUESTS),
                app.jump(Aspect.REQUESTS).map(Jump::factor).orElse(1.0));
        return app.jump(Aspect.CPU)
                .filter(jump -> jump.factor() >= Shifts.CLEAR * Math.max(1, requests))
                .isPresent();
    }

    private static boolean heldBack(App app) {
        boolean full = app.cores() > 0
                && app.jump(Aspect.CPU)
                        .filter(jump -> jump.after() >= FULL * app.cores())
                        .isPresent();
        return full || app.jump(Aspect.THROTTLING).isPresent();
    }
}
