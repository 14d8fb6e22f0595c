package io.kubilitics.graph.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Another number of replicas: fewer pods go away, more are not made up. */
final class OtherCount implements Settlement {

    private static final String REPLICAS = "/spec/replicas";

    @Override
    public Optional<Settled> settle(World world, ResourceRef target, JsonNode before, JsonNode after) {
        int wanted = after.at(REPLICAS).asInt(1);
        if (before.at(REPLICAS).asInt(1) == wanted) {
            return Optional.empty();
        }
        List<ResourceRef> pods = Trees.pods(world, target).toList();
        if (wanted == pods.size()) {
            return Optional.empty();
        }
        if (wanted > pods.size()) {
            return Optional.of(new Settled(
                    List.of(),
                    "%d more pods of %s are not shown: where they would run is for the scheduler to say"
                            .formatted(wanted - pods.size(), target)));
        }
        List<ResourceRef> gone = pods.stream()
                .sorted(Comparator.comparing((ResourceRef pod) -> ready(world, pod))
                        .thenComparing(Comparator.comparing((ResourceRef pod) -> created(world, pod))
                                .reversed())
                        .thenComparing(Comparator.reverseOrder()))
                .limit(pods.size() - wanted)
                .toList();
        return Optional.of(new Settled(
                Stream.concat(gone.stream().map(Observation.Gone::new), EndpointLists.without(world, gone))
                        .toList(),
                "of the %d pods of %s those go that are not ready, then the youngest; the controller may choose otherwise"
                        .formatted(pods.size(), target)));
    }

    private static boolean ready(World world, ResourceRef pod) {
        return Trees.of(world, pod).map(tree -> tree.at("/status/conditions")).stream()
                .flatMap(conditions -> conditions.valueStream())
                .anyMatch(condition -> condition.path("type").asText().equals("Ready")
                        && condition.path("status").asText().equals("True"));
    }

    private static String created(World world, ResourceRef pod) {
        return Trees.of(world, pod)
                .map(tree -> tree.at("/metadata/creationTimestamp").asText())
                .orElse("");
    }
}
