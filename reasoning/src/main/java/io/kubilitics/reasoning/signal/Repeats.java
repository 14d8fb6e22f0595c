package io.kubilitics.reasoning.signal;

import io.kubilitics.reasoning.signal.Shifts.App;
import java.util.List;

/**
 * Applications with far more packets, in and out, for no more requests: what gets lost or comes too late is sent again. Says
 * something only where few are concerned, for what all have in common is their load.
 */
public final class Repeats {

    /** As many requests as before, give or take. */
    private static final double SAME = 1.2;
    /** So many times the packets are not chance. */
    private static final double CLEAR = 1.5;

    private Repeats() {}

    public static List<App> of(Shifts shifts) {
        List<App> measured = shifts.apps().stream().filter(app -> !app.isNode()).toList();
        List<App> repeating = measured.stream()
                .filter(app -> app.jump(Aspect.SENT).isPresent())
                .filter(app -> app.jump(Aspect.RECEIVED)
                        .filter(jump -> jump.requests() <= SAME)
                        .isPresent())
                .toList();
        return !shifts.told() && repeating.size() * 10 <= measured.size() ? repeating : List.of();
    }

    /** Whether a slow one has more packets than it had, while its callers ask no more. */
    public static boolean beside(App app) {
        double requests = app.jump(Aspect.LATENCY).map(Jump::requests).orElse(1.0);
        return app.packets() >= CLEAR * Math.max(0.1, requests);
    }
}
