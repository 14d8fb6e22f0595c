package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Use;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Rows;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The relations of a world. */
record Links(World world) {

    /** They are told of what often is not there: an optional source, a pull secret that is tried, a name that may be nobody's. */
    private static final Set<Relation.Type> TENTATIVE = EnumSet.of(Relation.Type.PULLS_WITH, Relation.Type.CONNECTS_TO);

    /** What it is called, and by which keys a ConfigMap or Secret is used. */
    String label(Relation relation) {
        String how = Use.of(world, relation).map(Use::says).orElse("");
        return how.isEmpty()
                ? relation.type().id()
                : "%s (%s)".formatted(relation.type().id(), how);
    }

    List<String> keys(Relation relation) {
        return Use.of(world, relation).map(use -> List.copyOf(use.keys())).orElse(List.of());
    }

    /** Whether the first end cannot do without the second, as far as can be told. */
    boolean needed(Relation relation) {
        return !TENTATIVE.contains(relation.type())
                && Use.of(world, relation).filter(Use::optional).isEmpty();
    }

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
