package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looks at every resource of a scope and names what is unwell. Pure: the same world and time, the same symptoms. */
public final class Health {

    private Health() {}

    /** Sorted, so that the same world always gives the same list. */
    public static List<Symptom> symptoms(World world, Scope scope, Instant now) {
        return world.all()
                .filter(resource -> scope.includes(world, resource.ref()))
                .flatMap(resource -> of(resource, now))
                .sorted(Comparator.comparing(Symptom::subject)
                        .thenComparing(Symptom::ailment)
                        .thenComparing(Symptom::part))
                .toList();
    }

    private static Stream<Symptom> of(Resource resource, Instant now) {
        return switch (resource.facts()) {
            case PodFacts pod -> PodHealth.symptoms(resource, pod, now);
            case DeploymentFacts deployment -> DeploymentHealth.symptoms(resource, deployment);
            case NodeFacts node -> NodeHealth.symptoms(resource, node);
            default -> Stream.empty();
        };
    }

    /** The kinds without which nothing can be called healthy. */
    public static List<Kind> needed() {
        return List.of(Kind.POD, Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.NODE, Kind.CONFIG_MAP);
    }
}
