package io.kubilitics.reasoning.signal;

import io.kubilitics.reasoning.signal.Shifts.App;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether an application came to need far more CPU than it did, for no more requests than it had, and is held back for it. */
public final class Overload {

    /** So near its limit it waits for the next slice of time. */
    private static final double FULL = 0.8;

    /** Of its time, or of its slices of time. */
    private static final double OFTEN = 0.1;

    /** When so many others need more too, it is their load. */
    private static final int OTHERS = 2;

    private Overload() {}

    public static List<App> in(Shifts shifts) {
        return shifts.apps().stream()
                .filter(Overload::of)
                .filter(app -> shifts.apps().stream()
                                .filter(other -> !other.isNode() && together(app, other, shifts.blur()))
                                .count()
                        <= OTHERS + 1)
                .toList();
    }

    /** Both began to need more at about the same time; each with itself. */
    private static boolean together(App one, App other, Duration blur) {
        Optional<Jump> first = one.jump(Aspect.CPU);
        Optional<Jump> second = other.jump(Aspect.CPU);
        return first.isPresent()
                && second.isPresent()
                && Duration.between(first.get().since(), second.get().since())
                                .abs()
                                .compareTo(blur)
                        <= 0;
    }

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
        return full
                || app.jump(Aspect.THROTTLING).filter(jump -> waits(app, jump)).isPresent();
    }

    /** To be held back for a moment is usual; it hurts who waits for a good part of its time, and longer than it works. */
    private static boolean waits(App app, Jump throttling) {
        double works = app.jump(Aspect.CPU).map(Jump::after).orElse(Double.NaN);
        return !(throttling.after() < works) && !(throttling.after() < OFTEN);
    }
}
