package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Backend;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.RouteFacts;
import io.kubilitics.graph.facts.RouteFacts.Parent;
import io.kubilitics.graph.world.Relation;
import java.util.List;
import java.util.Optional;

/** Routes of the Gateway API: of HTTP, gRPC, TLS and TCP. */
final class RouteObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        List<Parent> parents = spec.at("parentRefs")
                .each()
                .flatMap(each -> parent(sight, each).stream())
                .toList();
        List<Backend> backends = spec.at("rules")
                .each()
                .flatMap(rule -> rule.at("backendRefs").each().flatMap(each -> backend(sight, rule, each).stream()))
                .toList();
        parents.forEach(parent -> sight.refer(Relation.Type.ATTACHES_TO, parent.gateway()));
        backends.forEach(backend -> sight.refer(Relation.Type.ROUTES_TO, backend.service()));
        return new RouteFacts(spec.at("hostnames").set(), parents, backends);
    }

    private static Optional<Parent> parent(Sight sight, Field reference) {
        return gateway(sight, reference)
                .map(gateway ->
                        new Parent(gateway, reference.at("sectionName").text(), conditions(sight, gateway, reference)));
    }

    private static Optional<ResourceRef> gateway(Sight sight, Field reference) {
        Kind kind = new Kind(
                reference.at("group").text(Kind.GATEWAY.group()),
                reference.at("kind").text(Kind.GATEWAY.name()));
        return Sight.target(
                kind,
                reference.at("namespace").text(sight.namespace()),
                reference.at("name").text());
    }

    private static List<Condition> conditions(Sight sight, ResourceRef gateway, Field reference) {
        return sight.status()
                .at("parents")
                .each()
                .filter(status -> gateway(sight, status.at("parentRef"))
                        .filter(gateway::equals)
                        .isPresent())
                .filter(status -> status.at("parentRef", "sectionName")
                        .text()
                        .equals(reference.at("sectionName").text()))
                .findFirst()
                .map(Conditions::of)
                .orElse(List.of());
    }

    private static Optional<Backend> backend(Sight sight, Field rule, Field reference) {
        if (!reference.at("kind").text("Service").equals("Service")) {
            return Optional.empty();
        }
        String path = rule.at("matches")
                .each()
                .map(match -> match.at("path", "value").text())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("/");
        return Sight.target(
                        Kind.SERVICE,
                        reference.at("namespace").text(sight.namespace()),
                        reference.at("name").text())
                .map(service -> new Backend(path, service, reference.at("port").text()));
    }
}
