package io.kubilitics.graph.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.Objects;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdWhatTheWorldHolds(long seed) {
        check(World.empty().applyAll(Towns.random(seed, 800)).wiring());
    }

    /** Whether they are those of the world before, or new ones. */
    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void areRightAfterEveryChange(long seed) {
        World world = World.empty();
        List<Rows> held = new ArrayList<>();
        for (Observation observation : Towns.random(seed, 400)) {
            world = world.apply(observation);
            held.add(world.wiring().rows());
            check(world.wiring());
        }
        assertThat(held).doesNotContainNull();
    }

    private static void check(Wiring wiring) {
        Rows rows = wiring.rows();
        for (int number = 0; number < wiring.bound(); number++) {
            List<String> kept = new ArrayList<>();
            List<String> laidOut = new ArrayList<>();
            if (wiring.used(number)) {
                wiring.out(number, (type, other) -> kept.add("out " + type + other));
                wiring.in(number, (type, other) -> kept.add("in " + type + other));
            }
            for (int place = rows.first(number); place < rows.after(number); place++) {
                laidOut.add((place < rows.firstIn(number) ? "out " : "in ") + rows.type(place) + rows.other(place));
            }
            assertThat(laidOut).isEqualTo(kept);
        }
    }

    @Test
    void areSharedByAllWhoWalkAtATime() {
        World world = World.empty().applyAll(Towns.random(1, 100));
        Rows rows = world.wiring().rows();

        assertThat(world.wiring().rows()).isSameAs(rows);
    }

    @Test
    void areSharedByWorldsThatDifferInAStateOnly() {
        World world = Objects.add(World.empty(), Kind.POD, Objects.pod("a", "'ready': true"));
        Rows rows = world.wiring().rows();
        World unwell = Objects.add(world, Kind.POD, Objects.pod("a", "'ready': false"));
        World another = Objects.add(unwell, Kind.POD, Objects.pod("b", "'ready': true"));

        assertThat(unwell).isNotSameAs(world);
        assertThat(unwell.wiring().rows()).isSameAs(rows);
        assertThat(another.wiring().rows()).isNotSameAs(rows);
    }
}
