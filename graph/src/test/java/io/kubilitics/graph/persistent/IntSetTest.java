package io.kubilitics.graph.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a TreeSet that compares unsigned. */
class IntSetTest {

    /** From few neighbours to numbers all over the place, so that arrays, trees and the way between are met. */
    @ParameterizedTest
    @ValueSource(ints = {4, 40, 300, 5_000, 1 << 20, Integer.MAX_VALUE})
    void behavesLikeAPlainSet(int spread) {
        Random random = new Random(spread);
        NavigableSet<Integer> twin = new TreeSet<>(Integer::compareUnsigned);
        IntSet set = IntSet.empty();
        for (int step = 0; step < 20_000; step++) {
            int value = random.nextInt(spread) << (random.nextInt(8) == 0 ? 24 : 0);
            boolean growing = (step / 2_000) % 2 == 0;
            if (random.nextInt(4) != 0 == growing) {
                twin.add(value);
                set = set.with(value);
            } else {
                int other = twin.isEmpty() || random.nextBoolean() ? value : twin.first();
                twin.remove(other);
                set = set.without(other);
            }
            assertThat(set.size()).isEqualTo(twin.size());
            assertThat(set.contains(value)).isEqualTo(twin.contains(value));
            if (step % 500 == 0) {
                same(set, twin, random);
            }
        }
        same(set, twin, random);
    }

    private static void same(IntSet set, NavigableSet<Integer> twin, Random random) {
        assertThat(set.stream().boxed().toList()).isEqualTo(List.copyOf(twin));
        assertThat(set.isEmpty()).isEqualTo(twin.isEmpty());
        if (!twin.isEmpty()) {
            assertThat(set.first()).isEqualTo(twin.first());
        }
        int low = random.nextInt();
        int high = random.nextInt();
        if (Integer.compareUnsigned(low, high) <= 0) {
            assertThat(set.range(low, high).boxed().toList())
                    .isEqualTo(List.copyOf(twin.subSet(low, true, high, true)));
        }
    }

    @Test
    void earlierSetsStayAsTheyWere() {
        List<IntSet> all = new ArrayList<>(List.of(IntSet.empty()));
        for (int i = 0; i < 1_000; i++) {
            all.add(all.getLast().with(i * 37));
        }
        for (int i = 0; i <= 1_000; i++) {
            assertThat(all.get(i).size()).isEqualTo(i);
            assertThat(all.get(i).stream().count()).isEqualTo(i);
            assertThat(all.get(i).contains(i * 37)).isFalse();
        }
    }

    @Test
    void whatChangesNothingGivesTheSame() {
        IntSet set = IntSet.empty().with(7);

        assertThat(set.with(7)).isSameAs(set);
        assertThat(set.without(8)).isSameAs(set);
    }
}
