package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;
import java.util.List;

/** Webhooks that the API server asks before it takes a change. */
public record WebhooksFacts(List<Webhook> webhooks) implements Facts {

    public WebhooksFacts {
        webhooks = List.copyOf(webhooks);
    }

    /**
     * One of them.
     *
     * @param closed whether a change is refused when it does not answer
     */
    public record Webhook(
            String name,
            Calls calls,
            boolean closed,
            int timeoutSeconds,
            Selector namespaces,
            Selector objects,
            List<Matched> matched) {
        public Webhook {
            matched = List.copyOf(matched);
        }
    }
}
