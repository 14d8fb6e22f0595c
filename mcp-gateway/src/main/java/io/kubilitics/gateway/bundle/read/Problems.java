package io.kubilitics.gateway.bundle.read;

import io.kubilitics.gateway.bundle.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
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

    /** With what to do about it. */
    void unreadable(String name, IOException why) {
        String says = why instanceof AccessDeniedException
                ? "may not be read: give yourself the right to it, and try again"
                : why instanceof NoSuchFileException
                        ? "is no longer there: take it from the cluster again"
                        : why instanceof Walk.Passed passed && passed.getMessage() != null
                                ? passed.getMessage()
                                : "cannot be read: copy it anew, or take it from the cluster again";
        add(Problem.skipped(name, says));
    }

    List<Problem> list() {
        List<Problem> all = new ArrayList<>(kept);
        if (more > 0) {
            all.add(new Problem("and " + more + " more", 0, 0, "problems like these", moreSkipped));
        }
        return List.copyOf(all);
    }
}
