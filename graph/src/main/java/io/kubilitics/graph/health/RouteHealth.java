package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.RouteFacts;
import io.kubilitics.graph.facts.RouteFacts.Parent;
import java.util.Optional;
import java.util.stream.Stream;

/** What is unwell about a route of the Gateway API. */
final class RouteHealth {

    private RouteHealth() {}

    static Stream<Symptom> symptoms(Resource route, RouteFacts facts, Look look) {
        return Stream.concat(
                facts.parents().stream().flatMap(parent -> symptom(route, parent, look).stream()),
                Backends.symptoms(route, facts.backends(), look));
    }

    private static Optional<Symptom> symptom(Resource route, Parent parent, Look look) {
        String gateway = parent.gateway().name();
        if (parent.gateway().kind().equals(Kind.GATEWAY) && look.absent(parent.gateway())) {
            return Optional.of(Look.symptom(Ailment.GATEWAY_MISSING, route, gateway, ""));
        }
        return GatewayHealth.failing(parent.conditions(), "Accepted", look)
                .map(condition -> new Symptom(
                        Ailment.ROUTE_NOT_ACCEPTED,
                        route.ref(),
                        gateway,
                        "%s %s"
                                .formatted(condition.reason(), condition.message())
                                .strip(),
                        condition.since()));
    }
}
