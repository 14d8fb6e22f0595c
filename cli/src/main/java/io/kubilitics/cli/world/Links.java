package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Rows;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The relations of a world. */
record Links(World world) {

    /** Each relation once, also one whose first end does not exist. */
    Stream<Relation> all() {
        Wiring wiring = world.wiring();
        Rows rows = wiring.rows();
        return IntStream.range(0, wiring.bound())
                .filter(wiring::used)
                .boxed()
                .flatMap(number -> of(wiring, rows, number));
    }

    private static Stream<Relation> of(Wiring wiring, Rows rows, int number) {
        ResourceRef from = wiring.ref(number);
        return IntStream.range(rows.first(number), rows.firstIn(number))
                .mapToObj(place -> new Relation(rows.type(place), from, wiring.ref(rows.other(place))));
    }
}
