package io.kubilitics.cli.world;

import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.Arrays;
import java.util.stream.Stream;

/** The relations of a world. */
record Links(World world) {

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
}
