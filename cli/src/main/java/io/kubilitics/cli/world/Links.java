package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The relations of a world, walked in both directions. */
record Links(World world) {

    /**
     * One step from a resource to its neighbour.
     *
     * @param forward whether the relation points that way
     */
    record Step(ResourceRef from, Relation.Type type, ResourceRef to, boolean forward) {}

    /** Each relation once, also one whose first end does not exist. */
    Stream<Relation> all() {
        return world.all()
                .map(Resource::ref)
                .flatMap(ref -> Arrays.stream(Relation.Type.values())
                        .flatMap(type -> Stream.concat(
                                world.to(ref, type).map(to -> new Relation(type, ref, to)),
                                world.from(ref, type)
                                        .filter(from -> world.presence(from) != Presence.PRESENT)
                                        .map(from -> new Relation(type, from, ref)))));
    }

    List<Step> around(ResourceRef ref) {
        return Arrays.stream(Relation.Type.values())
                .flatMap(type -> Stream.concat(
                        world.to(ref, type).sorted().map(to -> new Step(ref, type, to, true)),
                        world.from(ref, type).sorted().map(from -> new Step(ref, type, from, false))))
                .toList();
    }
}
