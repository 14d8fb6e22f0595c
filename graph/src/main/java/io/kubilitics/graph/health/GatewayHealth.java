package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ClassFacts;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.GatewayFacts;
import io.kubilitics.graph.facts.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is unwell about Gateways and their classes. To be accepted is one thing, to be in force another and later one. */
final class GatewayHealth {

    private GatewayHealth() {}

    static Stream<Symptom> symptoms(Resource gatewayClass, ClassFacts facts, Look look) {
        return gatewayClass.ref().kind().equals(Kind.GATEWAY_CLASS)
                ? failing(facts.conditions(), "Accepted", look)
                        .map(condition -> Look.symptom(Ailment.GATEWAY_CLASS_NOT_ACCEPTED, gatewayClass, condition))
                        .stream()
                : Stream.empty();
    }

    static Stream<Symptom> symptoms(Resource gateway, GatewayFacts facts, Look look) {
        if (!facts.className().isEmpty()
                && look.absent(ResourceRef.clusterWide(Kind.GATEWAY_CLASS, facts.className()))) {
            return Stream.of(Look.symptom(Ailment.CLASS_MISSING, gateway, facts.className(), ""));
        }
        Optional<Symptom> whole = failing(facts.conditions(), "Accepted", look)
                .map(condition -> Look.symptom(Ailment.GATEWAY_NOT_ACCEPTED, gateway, condition))
                .or(() -> failing(facts.conditions(), "Programmed", look)
                        .map(condition -> Look.symptom(Ailment.GATEWAY_NOT_PROGRAMMED, gateway, condition)));
        Stream<Symptom> secrets = facts.listeners().stream()
                .flatMap(listener -> listener.certificates().stream())
                .filter(look::absent)
                .distinct()
                .map(secret -> Look.symptom(Ailment.TLS_SECRET_MISSING, gateway, secret.name(), ""));
        return Stream.concat(whole.stream(), secrets);
    }

    /** Unknown is what a condition is before a controller has come to it. */
    static Optional<Condition> failing(List<Condition> conditions, String type, Look look) {
        return conditions.stream()
                .filter(condition -> condition.is(type) && !condition.holds())
                .filter(condition -> look.lasting(condition.since(), condition.fails() ? Look.PATIENCE : Look.SETTLING))
                .findFirst();
    }
}
