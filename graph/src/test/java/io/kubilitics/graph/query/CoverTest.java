package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoverTest {

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSmallerChoiceHoldsAll(int seed) {
        Random random = new Random(seed);
        List<BitSet> sets = Stream.generate(() -> some(random))
                .limit(1 + random.nextInt(11))
                .toList();

        List<Integer> chosen = Cover.smallest(sets);

        assertThat(union(sets, chosen))
                .isEqualTo(union(sets, IntStream.range(0, sets.size()).boxed().toList()));
        assertThat(chosen).hasSize(bruteForce(sets));
    }

    @Test
    void whatTakesTooLongIsStillCovered() {
        Random random = new Random(1);
        List<BitSet> sets =
                Stream.generate(() -> some(random, 300, 12)).limit(400).toList();

        List<Integer> chosen = Cover.smallest(sets);

        assertThat(union(sets, chosen))
                .isEqualTo(union(sets, IntStream.range(0, 400).boxed().toList()));
        assertThat(chosen).hasSizeLessThan(80);
    }

    private static int bruteForce(List<BitSet> sets) {
        long[] words = sets.stream()
                .mapToLong(set -> set.isEmpty() ? 0 : set.toLongArray()[0])
                .toArray();
        long all = union(words, -1);
        return IntStream.range(0, 1 << words.length)
                .filter(choice -> union(words, choice) == all)
                .map(Integer::bitCount)
                .min()
                .orElseThrow();
    }

    private static long union(long[] words, int choice) {
        long union = 0;
        for (int place = 0; place < words.length; place++) {
            union |= (choice >>> place & 1) == 1 ? words[place] : 0;
        }
        return union;
    }

    private static BitSet union(List<BitSet> sets, List<Integer> places) {
        BitSet union = new BitSet();
        places.forEach(place -> union.or(sets.get(place)));
        return union;
    }

    private static BitSet some(Random random) {
        return some(random, 9, 4);
    }

    private static BitSet some(Random random, int bound, int most) {
        BitSet set = new BitSet();
        random.ints(random.nextInt(most), 0, bound).forEach(set::set);
        return set;
    }
}
