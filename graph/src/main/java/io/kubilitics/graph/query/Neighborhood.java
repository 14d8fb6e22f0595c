package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is near a resource, whichever way relations point.
 *
 * @param resources the nearest first, by name within a hop; the resource itself at the head
 * @param relations all between them
 * @param cut whether there was more than was asked for
 */
public record Neighborhood(List<ResourceRef> resources, List<Relation> relations, boolean cut) {

    public Neighborhood {
        resources = List.copyOf(resources);
        relations = List.copyOf(relations);
    }

    /** Up to so many hops away, and no more resources than that. Empty when it is neither there nor referred to. */
    public static Neighborhood of(World world, ResourceRef center, int hops, int most) {
        Wiring wiring = world.wiring();
        Set<ResourceRef> near = new LinkedHashSet<>();
        Set<ResourceRef> next = new TreeSet<>();
        wiring.number(center).ifPresent(_ -> next.add(center));
        boolean cut = false;
        for (int hop = 0; hop <= hops && near.size() < most; hop++) {
            List<ResourceRef> now = next.stream().limit(most - near.size()).toList();
            near.addAll(now);
            cut = now.size() < next.size();
            now.forEach(ref -> next.addAll(around(wiring, ref)));
            next.removeAll(near);
        }
        return new Neighborhood(List.copyOf(near), relations(wiring, near), cut);
    }

    private static List<ResourceRef> around(Wiring wiring, ResourceRef ref) {
        List<ResourceRef> around = new ArrayList<>();
        wiring.number(ref).ifPresent(number -> {
            wiring.out(number, (_, other) -> around.add(wiring.ref(other)));
            wiring.in(number, (_, other) -> around.add(wiring.ref(other)));
        });
        return around;
    }

    private static List<Relation> relations(Wiring wiring, Set<ResourceRef> near) {
        List<Relation> relations = new ArrayList<>();
        for (ResourceRef from : near) {
            wiring.number(from)
                    .ifPresent(number -> wiring.out(number, (type, other) -> {
                        ResourceRef to = wiring.ref(other);
                        if (near.contains(to)) {
                            relations.add(new Relation(type, from, to));
                        }
                    }));
        }
        return relations;
    }
}
