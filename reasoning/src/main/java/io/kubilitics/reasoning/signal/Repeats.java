package io.kubilitics.reasoning.signal;

import io.kubilitics.reasoning.signal.Shifts.App;
import java.util.List;

/**
 * Applications with far more packets, in and out, for no more requests: what gets lost or comes too late is sent again. Says
 * something only where few are concerned, for what all have in common is their load.
 */
public final class Repeats {

    private static final double SAME = 1.2;

    private Repeats() {}

    public static List<App> of(Shifts shifts) {
        List<App> measured = shifts.apps().stream().filter(app -> !app.isNode()).toList();
        List<App> repeating = measured.stream()
                .filter(app -> app.jump(Aspect.RECEIVED).isPresent()
                        && app.jump(Aspect.SENT).isPresent())
                .filter(app -> !shifts.told() && app.change(Aspect.REQUESTS) <= SAME)
                .toList();
        return repeating.size() * 10 <= measured.size() ? repeating : List.of();
    }

    /** How many times the packets for each request it has now. */
    public static double excess(App app) {
        double packets = Math.min(app.change(Aspect.RECEIVED), app.change(Aspect.SENT));
        return packets / Math.max(0.1, app.change(Aspect.REQUESTS));
    }
}
