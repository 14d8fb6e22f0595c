package io.kubilitics.graph.query;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * What a change of may show in a resource: who made it and what it made, what these read, mount, use and ask, and what acts on
 * them. Smaller than a {@link Neighborhood}: whoever else uses the same node or account is no part of it.
 */
final class Vicinity {

    /** Not more, whatever hangs on it. */
    static final int MOST = 2_000;

    private static final int HOPS = 3;

    /** What acts on the other end, or leads to it: met from the other end, not followed from there to all the others. */
    private static final Set<Relation.Type> ACTING = EnumSet.of(
            Relation.Type.SELECTS,
            Relation.Type.APPLIES_TO,
            Relation.Type.SCALES,
            Relation.Type.LIMITS_DISRUPTION,
            Relation.Type.ROUTES_TO,
            Relation.Type.ENDPOINTS_OF,
            Relation.Type.WRITES,
            Relation.Type.DELIVERS,
            Relation.Type.BINDS,
            Relation.Type.HEARTBEAT_OF);

    /** They bear on all that is in their namespace, without a relation of their own. */
    private static final Set<Kind> OF_NAMESPACE = Set.of(Kind.QUOTA, Kind.LIMIT_RANGE, Kind.NETWORK_POLICY);

    private final World world;
    private final Wiring wiring;
    private final Map<ResourceRef, Integer> hops = new LinkedHashMap<>();

    private Vicinity(World world) {
        this.world = world;
        wiring = world.wiring();
    }

    /** How many hops away each is; the nearest first. */
    static Map<ResourceRef, Integer> of(World world, ResourceRef center) {
        Vicinity vicinity = new Vicinity(world);
        vicinity.add(center, 0);
        vicinity.family(center);
        vicinity.spread();
        vicinity.namespace(center);
        return vicinity.hops;
    }

    private boolean add(ResourceRef ref, int hop) {
        return hops.size() < MOST && hops.putIfAbsent(ref, hop) == null;
    }

    /** Owners up to the top, and all that they made. */
    private void family(ResourceRef center) {
        ResourceRef top = world.topOwner(center);
        add(top, 0);
        List<ResourceRef> next = new ArrayList<>(List.of(top));
        for (int i = 0; i < next.size(); i++) {
            world.to(next.get(i), Relation.Type.OWNS)
                    .sorted()
                    .filter(owned -> add(owned, 0))
                    .forEach(next::add);
        }
    }

    private void spread() {
        List<ResourceRef> next = List.copyOf(hops.keySet());
        for (int hop = 1; hop <= HOPS; hop++) {
            List<ResourceRef> met = new ArrayList<>();
            int at = hop;
            for (ResourceRef ref : next) {
                around(ref, hop == 1).filter(other -> add(other, at)).forEach(met::add);
            }
            next = met;
        }
    }

    private Stream<ResourceRef> around(ResourceRef ref, boolean family) {
        Stream.Builder<ResourceRef> around = Stream.builder();
        IntConsumer meet = number -> around.add(wiring.ref(number));
        OptionalInt number = wiring.number(ref);
        if (number.isPresent()) {
            wiring.out(number.getAsInt(), (type, other) -> {
                if (type != Relation.Type.OWNS && (family || !ACTING.contains(type))) {
                    meet.accept(other);
                }
            });
            ACTING.forEach(type -> wiring.in(number.getAsInt(), type, (_, other) -> meet.accept(other)));
        }
        return around.build().sorted();
    }

    private void namespace(ResourceRef center) {
        if (center.namespace().isEmpty()) {
            return;
        }
        add(ResourceRef.clusterWide(Kind.NAMESPACE, center.namespace()), 1);
        OF_NAMESPACE.forEach(kind -> world.all(kind, center.namespace()).forEach(resource -> add(resource.ref(), 1)));
    }
}
