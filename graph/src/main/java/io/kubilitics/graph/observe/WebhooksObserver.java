package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.WebhooksFacts;
import io.kubilitics.graph.facts.WebhooksFacts.Webhook;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;
import java.util.List;

/** Validating- and MutatingWebhookConfigurations. */
final class WebhooksObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        List<Webhook> webhooks = sight.object().at("webhooks").list(WebhooksObserver::webhook);
        webhooks.forEach(webhook ->
                webhook.calls().service().ifPresent(service -> sight.refer(Relation.Type.CALLS_WEBHOOK, service)));
        return new WebhooksFacts(webhooks);
    }

    private static Webhook webhook(Field webhook) {
        return new Webhook(
                webhook.at("name").text(),
                Callers.calls(webhook.at("clientConfig")),
                !webhook.at("failurePolicy").text().equals("Ignore"),
                webhook.at("timeoutSeconds").number(10),
                Selectors.of(webhook.at("namespaceSelector"), Selector.EVERYTHING),
                Selectors.of(webhook.at("objectSelector"), Selector.EVERYTHING),
                webhook.at("rules").list(Callers::matched));
    }
}
