package io.kubilitics.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Whether one name was probably meant when another was written. */
public final class Spelling {

    private Spelling() {}

    public static String sorted(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names));
    }

    /** The one name that is close enough to be meant; none when two are equally close. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        int bound = Math.max(1, written.length() / 4);
        List<String> close = known.stream()
                .filter(name -> distance(written, name) <= bound)
                .sorted(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        boolean tie = close.size() > 1 && distance(written, close.get(0)) == distance(written, close.get(1));
        return tie ? Optional.empty() : close.stream().findFirst();
    }

    /** How many letters to insert, delete, replace, or exchange with their neighbour. */
    public static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        boolean exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
