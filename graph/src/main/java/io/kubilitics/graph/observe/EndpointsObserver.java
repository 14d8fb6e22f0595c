package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.EndpointsFacts;
import io.kubilitics.graph.facts.EndpointsFacts.Endpoint;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.world.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Endpoints, as they were before EndpointSlices; a Service of the same name is meant. */
final class EndpointsObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        List<Endpoint> endpoints = new ArrayList<>();
        Set<EndpointsFacts.Port> ports = new LinkedHashSet<>();
        for (Field subset : sight.object().at("subsets").each().toList()) {
            endpoints.addAll(subset.at("addresses").list(address -> endpoint(sight, address, true)));
            endpoints.addAll(subset.at("notReadyAddresses").list(address -> endpoint(sight, address, false)));
            ports.addAll(subset.at("ports").list(EndpointSliceObserver::port));
        }
        endpoints.forEach(each -> each.target().ifPresent(target -> sight.refer(Relation.Type.ROUTES_TO, target)));
        sight.refer(Relation.Type.ENDPOINTS_OF, Kind.SERVICE, sight.ref().name());
        return new EndpointsFacts(
                Sight.target(Kind.SERVICE, sight.namespace(), sight.ref().name()), endpoints, List.copyOf(ports));
    }

    private static Endpoint endpoint(Sight sight, Field address, boolean ready) {
        return new Endpoint(address.at("ip").text(), ready, false, sight.target(address.at("targetRef")));
    }
}
