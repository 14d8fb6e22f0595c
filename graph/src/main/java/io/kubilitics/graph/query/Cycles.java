package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.MaskSubgraph;

/** Resources that refer to each other in a circle, which some relations must not: owners, dependencies. */
public final class Cycles {

    private Cycles() {}

    /** Circles over relations of one type, each with all that lie on it, in order of their first names. */
    public static List<NavigableSet<ResourceRef>> of(World world, Relation.Type type) {
        WorldGraph graph = new WorldGraph(world);
        var ofType = new MaskSubgraph<>(
                graph, resource -> world.to(resource, type).findAny().isEmpty(), relation -> relation.type() != type);
        return new KosarajuStrongConnectivityInspector<>(ofType)
                .stronglyConnectedSets().stream()
                        .filter(set -> set.size() > 1
                                || graph.containsEdge(loop(type, set.iterator().next())))
                        .<NavigableSet<ResourceRef>>map(TreeSet::new)
                        .sorted(Comparator.comparing(NavigableSet::first))
                        .toList();
    }

    private static Relation loop(Relation.Type type, ResourceRef ref) {
        return new Relation(type, ref, ref);
    }
}
