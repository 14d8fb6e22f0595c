package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.GatewayFacts;
import io.kubilitics.graph.facts.GatewayFacts.Listener;
import io.kubilitics.graph.world.Relation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gateways. */
final class GatewayObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Map<String, Field> statuses = sight.status()
                .at("listeners")
                .each()
                .collect(Collectors.toMap(each -> each.at("name").text(), each -> each, (one, _) -> one));
        List<Listener> listeners = spec.at("listeners")
                .list(each -> listener(sight, each, statuses.get(each.at("name").text())));
        sight.refer(
                Relation.Type.USES_CLASS,
                Kind.GATEWAY_CLASS,
                spec.at("gatewayClassName").text());
        listeners.forEach(
                listener -> listener.certificates().forEach(secret -> sight.refer(Relation.Type.SECURED_BY, secret)));
        return new GatewayFacts(
                spec.at("gatewayClassName").text(),
                listeners,
                ServiceObserver.reachedAt(sight.status().at("addresses")),
                Conditions.of(sight.status()));
    }

    private static Listener listener(Sight sight, Field listener, @Nullable Field status) {
        List<ResourceRef> certificates = listener.at("tls", "certificateRefs")
                .each()
                .flatMap(reference -> Sight.target(
                        new Kind(
                                reference.at("group").text(),
                                reference.at("kind").text("Secret")),
                        reference.at("namespace").text(sight.namespace()),
                        reference.at("name").text())
                        .stream())
                .toList();
        return new Listener(
                listener.at("name").text(),
                listener.at("port").number(0),
                listener.at("protocol").text(),
                listener.at("hostname").text(),
                listener.at("allowedRoutes", "namespaces", "from").text("Same"),
                certificates,
                status == null ? List.of() : Conditions.of(status));
    }
}
