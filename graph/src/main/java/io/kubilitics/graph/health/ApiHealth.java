package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.ApiServiceFacts;
import io.kubilitics.graph.facts.Calls;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.CustomResourceFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.WebhooksFacts;
import io.kubilitics.graph.facts.WebhooksFacts.Webhook;
import java.util.Optional;
import java.util.stream.Stream;

/** What is unwell about those whom the API server depends on. A webhook that may fail without harm is none of them. */
final class ApiHealth {

    private ApiHealth() {}

    static Stream<Symptom> symptoms(Resource configuration, WebhooksFacts facts, Look look) {
        return facts.webhooks().stream()
                .filter(Webhook::closed)
                .flatMap(webhook -> Stream.concat(
                        unanswered(configuration, webhook.name(), webhook.calls(), look).stream(),
                        distrusted(configuration, webhook, look).stream()));
    }

    static Stream<Symptom> symptoms(Resource api, ApiServiceFacts facts, Look look) {
        return facts.conditions().stream()
                .filter(condition -> condition.is("Available")
                        && condition.fails()
                        && look.lasting(condition.since(), Look.PATIENCE))
                .map((Condition condition) -> Look.symptom(Ailment.API_SERVICE_UNAVAILABLE, api, condition));
    }

    static Stream<Symptom> symptoms(Resource definition, CustomResourceFacts facts, Look look) {
        Stream<Symptom> refused = facts.conditions().stream()
                .filter(condition -> condition.is("Established") || condition.is("NamesAccepted"))
                .filter(condition -> condition.fails() && look.lasting(condition.since(), Look.PATIENCE))
                .limit(1)
                .map(condition -> Look.symptom(Ailment.DEFINITION_NOT_ESTABLISHED, definition, condition));
        return Stream.concat(
                refused,
                facts.conversion().stream()
                        .flatMap(calls -> unanswered(definition, "conversion", calls, look).stream()));
    }

    private static Optional<Symptom> unanswered(Resource caller, String name, Calls calls, Look look) {
        return calls.service().flatMap(service -> {
            if (look.absent(service)) {
                return Optional.of(
                        Look.symptom(Ailment.WEBHOOK_UNAVAILABLE, caller, name, service + " does not exist"));
            }
            boolean silent = look.world().find(service).isPresent()
                    && look.readyEndpoints(service).stream().anyMatch(ready -> ready == 0);
            return silent
                    ? Optional.of(Look.symptom(
                            Ailment.WEBHOOK_UNAVAILABLE, caller, name, service + " has no pod that is ready"))
                    : Optional.empty();
        });
    }

    private static Optional<Symptom> distrusted(Resource configuration, Webhook webhook, Look look) {
        return webhook.calls()
                .trusts()
                .filter(authority -> !authority.until().isAfter(look.now()))
                .map(authority -> new Symptom(
                        Ailment.CERTIFICATE_EXPIRED,
                        configuration.ref(),
                        webhook.name(),
                        "its certificate authority was good until " + authority.until(),
                        authority.until()));
    }
}
