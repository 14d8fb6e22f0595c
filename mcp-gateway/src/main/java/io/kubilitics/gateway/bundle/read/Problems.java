package io.kubilitics.gateway.bundle.read;

import io.kubilitics.gateway.bundle.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers what went wrong; the first ones in full, of an endless number only how many. */
final class Problems {

    private static final int KEPT = 100;

    private final List<Problem> kept = new ArrayList<>();
    private int more;
    private boolean moreSkipped;

    void add(Problem problem) {
        if (kept.size() < KEPT) {
            kept.add(problem);
        } else {
            more++;
            moreSkipped |= problem.skipped();
        }
    }

    List<Problem> list() {
        List<Problem> all = new ArrayList<>(kept);
        if (more > 0) {
            all.add(new Problem("and " + more + " more", 0, 0, "problems like these", moreSkipped));
        }
        return List.copyOf(all);
    }
}
