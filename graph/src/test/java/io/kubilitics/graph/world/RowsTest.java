package io.kubilitics.graph.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdWhatTheWorldHolds(long seed) {
        World world = World.empty().applyAll(Towns.random(seed, 800));
        Wiring wiring = world.wiring();
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
}
