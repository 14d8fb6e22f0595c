package io.kubilitics.graph.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Another selector of a Service: it no longer leads to the pods that do not match it. */
final class OtherSelector implements Settlement {

    private static final String SELECTOR = "/spec/selector";

    @Override
    public Optional<Settled> settle(World world, ResourceRef target, JsonNode before, JsonNode after) {
        if (!target.kind().equals(Kind.SERVICE) || after.at(SELECTOR).equals(before.at(SELECTOR))) {
            return Optional.empty();
        }
        Set<ResourceRef> selected = world.to(target, Relation.Type.SELECTS).collect(Collectors.toSet());
        List<ResourceRef> left = world.from(target, Relation.Type.ENDPOINTS_OF)
                .flatMap(list -> world.to(list, Relation.Type.ROUTES_TO))
                .filter(pod -> pod.kind().equals(Kind.POD) && !selected.contains(pod))
                .distinct()
                .toList();
        return Optional.of(new Settled(
                EndpointLists.of(world, target, left).toList(),
                "%s leads to %d pods by its new selector; those that come anew are not shown among its addresses"
                        .formatted(target, selected.size())));
    }
}
