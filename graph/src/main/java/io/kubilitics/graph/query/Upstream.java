package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Propagation.Direction;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that some resources count on, however far away: harm to any of it may reach them by the {@link Propagation} table or by
 * {@link Membership}.
 */
public final class Upstream {

    private final Wiring wiring;
    private final Members members;
    private final BitSet met = new BitSet();
    private final Deque<Integer> next = new ArrayDeque<>();

    private Upstream(World world) {
        wiring = world.wiring();
        members = new Members(world);
    }

    /** The resources themselves among it, as far as the world knows them. */
    public static Set<ResourceRef> of(World world, Collection<ResourceRef> resources) {
        Upstream upstream = new Upstream(world);
        resources.forEach(ref -> upstream.wiring.number(ref).ifPresent(upstream::meet));
        upstream.walk();
        return upstream.met.stream().mapToObj(upstream.wiring::ref).collect(Collectors.toSet());
    }

    private void walk() {
        while (!next.isEmpty()) {
            int number = next.remove();
            wiring.out(number, (type, other) -> follow(type, Direction.BACK, other));
            wiring.in(number, (type, other) -> follow(type, Direction.FORTH, other));
            members.wholes(wiring.ref(number))
                    .forEach(whole -> wiring.number(whole.ref()).ifPresent(this::meet));
        }
    }

    private void follow(Relation.Type type, Direction way, int other) {
        if (Propagation.by(type).stream().anyMatch(row -> row.way() == way)) {
            meet(other);
        }
    }

    private void meet(int number) {
        if (!met.get(number)) {
            met.set(number);
            next.add(number);
        }
    }
}
