package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.OpaqueFacts;
import io.kubilitics.graph.world.Relation;

/** cert-manager's Certificates. */
final class CertificateObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field issuer = spec.at("issuerRef");
        Kind kind = new Kind(
                issuer.at("group").text("cert-manager.io"), issuer.at("kind").text("Issuer"));
        sight.refer(Relation.Type.ISSUED_BY, kind, issuer.at("name").text());
        sight.refer(Relation.Type.WRITES, Kind.SECRET, spec.at("secretName").text());
        OpaqueFacts facts = Statuses.of(sight);
        return new OpaqueFacts(
                facts.phase(),
                facts.message(),
                facts.suspended(),
                facts.observed(),
                sight.status().at("notAfter").maybeTime(),
                facts.conditions());
    }
}
