package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.EndpointsFacts;
import io.kubilitics.graph.facts.EndpointsFacts.Endpoint;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.world.Relation;
import java.util.List;

/** EndpointSlices. */
final class EndpointSliceObserver implements Observer {

    private static final String SERVICE = "kubernetes.io/service-name";

    @Override
    public Facts observe(Sight sight) {
        List<Endpoint> endpoints = sight.object().at("endpoints").list(each -> endpoint(sight, each));
        endpoints.forEach(each -> each.target().ifPresent(target -> sight.refer(Relation.Type.ROUTES_TO, target)));
        sight.refer(Relation.Type.ENDPOINTS_OF, Kind.SERVICE, sight.label(SERVICE));
        return new EndpointsFacts(
                Sight.target(Kind.SERVICE, sight.namespace(), sight.label(SERVICE)),
                endpoints,
                sight.object().at("ports").list(EndpointSliceObserver::port));
    }

    /** A condition that is left out means ready, and not ending. */
    private static Endpoint endpoint(Sight sight, Field endpoint) {
        Field conditions = endpoint.at("conditions");
        return new Endpoint(
                endpoint.at("addresses").texts().stream().findFirst().orElse(""),
                conditions.at("ready").yes(true),
                conditions.at("terminating").yes(),
                sight.target(endpoint.at("targetRef")));
    }

    static EndpointsFacts.Port port(Field port) {
        return new EndpointsFacts.Port(
                port.at("name").text(),
                port.at("port").number(0),
                port.at("protocol").text("TCP"));
    }
}
