package io.kubilitics.graph.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of addresses behind Services, as their controller keeps them in step with the pods. */
final class EndpointLists {

    private static final Set<Kind> LISTS = Set.of(Kind.ENDPOINT_SLICE, Kind.ENDPOINTS);

    private EndpointLists() {}

    /** Those that name one of these pods, without them. */
    static Stream<Observation> without(World world, Collection<ResourceRef> pods) {
        return without(world, pods.stream().flatMap(pod -> world.from(pod, Relation.Type.ROUTES_TO)), pods);
    }

    /** Those of one Service, without these pods. */
    static Stream<Observation> of(World world, ResourceRef service, Collection<ResourceRef> pods) {
        return without(world, world.from(service, Relation.Type.ENDPOINTS_OF), pods);
    }

    private static Stream<Observation> without(World world, Stream<ResourceRef> lists, Collection<ResourceRef> pods) {
        Set<String> gone = pods.stream().map(ResourceRef::name).collect(Collectors.toSet());
        return lists.filter(list -> LISTS.contains(list.kind()))
                .distinct()
                .flatMap(list -> Trees.of(world, list).stream().flatMap(tree -> {
                    shorten(tree, gone);
                    return Trees.observe(list.kind(), tree).stream();
                }));
    }

    private static void shorten(ObjectNode list, Set<String> gone) {
        leave(list.path("endpoints"), gone);
        list.path("subsets")
                .forEach(subset -> List.of("addresses", "notReadyAddresses")
                        .forEach(addresses -> leave(subset.path(addresses), gone)));
    }

    private static void leave(JsonNode addresses, Set<String> gone) {
        if (addresses instanceof ArrayNode all) {
            all.removeIf(address -> address.at("/targetRef/kind").asText().equals(Kind.POD.name())
                    && gone.contains(address.at("/targetRef/name").asText()));
        }
    }
}
