package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ClassFacts;
import io.kubilitics.graph.facts.IngressFacts;
import io.kubilitics.graph.facts.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is unwell about an Ingress. */
final class IngressHealth {

    /** Served by the cloud itself, which has no object for them. */
    private static final Set<String> BUILT_IN = Set.of("gce", "gce-internal");

    private IngressHealth() {}

    static Stream<Symptom> symptoms(Resource ingress, IngressFacts facts, Look look) {
        Stream<Symptom> secrets = facts.secrets().stream()
                .filter(look::absent)
                .map(secret -> Look.symptom(Ailment.TLS_SECRET_MISSING, ingress, secret.name(), ""));
        return Stream.of(
                        unserved(ingress, facts, look).stream(),
                        Backends.symptoms(ingress, facts.backends(), look),
                        secrets)
                .flatMap(symptoms -> symptoms);
    }

    /** An Ingress that has an address is served, whatever its class is called. */
    private static Optional<Symptom> unserved(Resource ingress, IngressFacts facts, Look look) {
        boolean waits =
                facts.reachedAt().isEmpty() && look.lasting(ingress.meta().created(), Look.PATIENCE);
        if (!waits || !look.world().listed(Kind.INGRESS_CLASS)) {
            return Optional.empty();
        }
        if (facts.className().isEmpty()) {
            boolean anyDefault = look.world()
                    .all(Kind.INGRESS_CLASS)
                    .anyMatch(one -> one.facts() instanceof ClassFacts known && known.serves());
            return anyDefault
                    ? Optional.empty()
                    : Optional.of(Look.symptom(
                            Ailment.CLASS_MISSING, ingress, "", "it names no class and there is no default one"));
        }
        return facts.className()
                .filter(name -> !BUILT_IN.contains(name))
                .filter(name -> look.absent(ResourceRef.clusterWide(Kind.INGRESS_CLASS, name)))
                .map(name -> Look.symptom(Ailment.CLASS_MISSING, ingress, name, ""));
    }
}
