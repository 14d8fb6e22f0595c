package io.kubilitics.graph.health;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import java.util.stream.Stream;

/** What is unwell about a Secret: the certificate in it, if somebody shows it. */
final class SecretHealth {

    private SecretHealth() {}

    static Stream<Symptom> symptoms(Resource secret, ConfigFacts facts, Look look) {
        return facts.certificate().stream()
                .filter(certificate -> !certificate.until().isAfter(look.now()))
                .filter(_ -> used(secret.ref(), look))
                .map(certificate -> new Symptom(
                        Ailment.CERTIFICATE_EXPIRED,
                        secret.ref(),
                        "",
                        "good until " + certificate.until(),
                        certificate.until()));
    }

    private static boolean used(ResourceRef secret, Look look) {
        return Stream.of(Relation.Type.SECURED_BY, Relation.Type.MOUNTS, Relation.Type.READS)
                .flatMap(type -> look.world().from(secret, type))
                .anyMatch(user -> look.world().find(user).isPresent());
    }
}
