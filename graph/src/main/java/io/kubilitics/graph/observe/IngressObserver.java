package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Backend;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.IngressFacts;
import io.kubilitics.graph.world.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Ingresses. */
final class IngressObserver implements Observer {

    private static final String OLD_CLASS = "kubernetes.io/ingress.class";

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        List<Sent> sent = sent(spec);
        List<Backend> backends =
                sent.stream().flatMap(each -> backend(sight, each).stream()).toList();
        List<ResourceRef> secrets = spec.at("tls").texts("secretName").stream()
                .flatMap(name -> Sight.target(Kind.SECRET, sight.namespace(), name).stream())
                .distinct()
                .toList();
        // Classes that only the old annotation names are often known to the controller alone.
        sight.refer(
                Relation.Type.USES_CLASS,
                Kind.INGRESS_CLASS,
                spec.at("ingressClassName").text());
        backends.forEach(backend -> sight.refer(Relation.Type.ROUTES_TO, backend.service()));
        secrets.forEach(secret -> sight.refer(Relation.Type.SECURED_BY, secret));
        return new IngressFacts(
                spec.at("ingressClassName")
                        .given()
                        .or(() -> Optional.of(sight.annotation(OLD_CLASS)).filter(name -> !name.isEmpty())),
                new HashSet<>(spec.at("rules").texts("host")),
                backends,
                secrets,
                sent.stream().anyMatch(each -> each.backend().at("resource").exists()),
                ServiceObserver.reachedAt(sight.status().at("loadBalancer").at("ingress")));
    }

    private static List<Sent> sent(Field spec) {
        List<Sent> sent = new ArrayList<>();
        sent.add(new Sent("everything else", spec.at("defaultBackend")));
        for (Field rule : spec.at("rules").each().toList()) {
            String host = rule.at("host").text("any host");
            rule.at("http", "paths")
                    .each()
                    .forEach(path -> sent.add(new Sent(host + path.at("path").text("/"), path.at("backend"))));
        }
        return sent;
    }

    private static Optional<Backend> backend(Sight sight, Sent sent) {
        Field service = sent.backend().at("service");
        Field port = service.at("port");
        return Sight.target(Kind.SERVICE, sight.namespace(), service.at("name").text())
                .map(ref -> new Backend(
                        sent.where(),
                        ref,
                        port.at("name").text(port.at("number").text())));
    }

    /** Some traffic, and the field that says where it goes. */
    private record Sent(String where, Field backend) {}
}
