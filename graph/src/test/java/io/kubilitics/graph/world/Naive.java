package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Selection.Namespaces.ClusterWide;
import io.kubilitics.graph.world.Selection.Namespaces.Matching;
import io.kubilitics.graph.world.Selection.Namespaces.One;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What follows from some resources, found by looking at all of them each time. The world's twin: slow, and plainly right. */
final class Naive {

    private final Map<ResourceRef, Seen> resources = new LinkedHashMap<>();

    Naive(Collection<Seen> resources) {
        resources.forEach(seen -> this.resources.put(seen.resource().ref(), seen));
    }

    void apply(Observation observation) {
        switch (observation) {
            case Seen seen -> resources.put(seen.resource().ref(), seen);
            case Observation.Gone gone -> resources.remove(gone.ref());
            case Observation.Noted _, Observation.Listed _, Observation.Refused _, Observation.Outlined _ -> {}
        }
    }

    Collection<Seen> resources() {
        return resources.values();
    }

    /** Each relation, with how many statements it follows from. */
    Map<Relation, Integer> relations() {
        Map<Relation, Integer> found = new HashMap<>();
        for (Seen seen : resources.values()) {
            Set<Relation> stated = new HashSet<>();
            seen.relations().forEach(it -> stated.add(new Relation(it.type(), it.from(), it.to())));
            stated.forEach(relation -> found.merge(relation, 1, Integer::sum));
            for (Selection selection : seen.selections()) {
                for (Seen other : resources.values()) {
                    if (selects(selection, other)) {
                        ResourceRef to = other.resource().ref();
                        found.merge(new Relation(selection.type(), selection.from(), to), 1, Integer::sum);
                    }
                }
            }
        }
        return found;
    }

    private boolean selects(Selection selection, Seen other) {
        ResourceRef ref = other.resource().ref();
        return ref.kind().equals(selection.among())
                && selection.selector().matches(other.resource().meta().labels())
                && switch (selection.in()) {
                    case One(var name) -> ref.namespace().equals(name);
                    case ClusterWide() -> ref.namespace().isEmpty();
                    case Matching(var labels) -> !ref.namespace().isEmpty() && chosen(labels, ref.namespace());
                };
    }

    private boolean chosen(io.kubilitics.graph.select.Selector labels, String namespace) {
        Seen seen = resources.get(ResourceRef.clusterWide(Kind.NAMESPACE, namespace));
        return labels.equals(io.kubilitics.graph.select.Selector.EVERYTHING)
                || (seen != null && labels.matches(seen.resource().meta().labels()));
    }
}
