package io.kubilitics.graph.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fewest of some sets that together hold all that any of them holds. Exact while that takes a bounded number of steps; else as
 * good as always taking the set that adds most.
 */
final class Cover {

    private static final int STEPS = 200_000;

    private final List<BitSet> sets;
    /** Of each that some set holds, the sets that do. */
    private final List<List<Integer>> holders;

    private List<Integer> best;
    private int steps;

    private Cover(List<BitSet> sets) {
        this.sets = sets;
        holders = IntStream.range(0, all(sets).length())
                .mapToObj(each -> holders(sets, each))
                .toList();
        best = greedy(sets);
    }

    /** Places of the chosen sets; of equally many, those that stand first. */
    static List<Integer> smallest(List<BitSet> sets) {
        Cover cover = new Cover(sets);
        cover.search(all(sets), new ArrayList<>());
        return cover.best.stream().sorted().toList();
    }

    /** Branches on who can hold the one that fewest can hold. */
    private void search(BitSet left, List<Integer> chosen) {
        if (left.isEmpty()) {
            if (chosen.size() < best.size()) {
                best = List.copyOf(chosen);
            }
            return;
        }
        if (chosen.size() + 1 >= best.size() || steps++ > STEPS) {
            return;
        }
        for (int place : holders.get(rarest(left))) {
            BitSet rest = (BitSet) left.clone();
            rest.andNot(sets.get(place));
            chosen.add(place);
            search(rest, chosen);
            chosen.removeLast();
        }
    }

    private int rarest(BitSet left) {
        int rarest = left.nextSetBit(0);
        for (int each = rarest; each >= 0; each = left.nextSetBit(each + 1)) {
            if (holders.get(each).size() < holders.get(rarest).size()) {
                rarest = each;
            }
        }
        return rarest;
    }

    private static List<Integer> holders(List<BitSet> sets, int element) {
        return IntStream.range(0, sets.size())
                .filter(place -> sets.get(place).get(element))
                .boxed()
                .toList();
    }

    private static List<Integer> greedy(List<BitSet> sets) {
        List<Integer> chosen = new ArrayList<>();
        for (BitSet left = all(sets); !left.isEmpty(); ) {
            int most = 0;
            for (int place = 1; place < sets.size(); place++) {
                if (common(left, sets.get(place)) > common(left, sets.get(most))) {
                    most = place;
                }
            }
            chosen.add(most);
            left.andNot(sets.get(most));
        }
        return chosen;
    }

    private static int common(BitSet left, BitSet set) {
        BitSet both = (BitSet) left.clone();
        both.and(set);
        return both.cardinality();
    }

    private static BitSet all(List<BitSet> sets) {
        BitSet all = new BitSet();
        sets.forEach(all::or);
        return all;
    }
}
