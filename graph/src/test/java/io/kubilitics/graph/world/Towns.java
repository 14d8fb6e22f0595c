package io.kubilitics.graph.world;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The random town, and what a world holds, for tests of other packages. */
public final class Towns {

    private Towns() {}

    public static List<Observation> random(long seed, int count) {
        RandomTown town = new RandomTown(seed);
        return IntStream.range(0, count).mapToObj(_ -> town.next()).toList();
    }

    /** All resources and relations; two worlds with the same hold the same. */
    public static Set<Object> content(World world) {
        Set<Object> content = new HashSet<>(WorldInvariants.seen(world.graph()));
        content.addAll(WorldInvariants.relations(world.graph()));
        return content;
    }
}
