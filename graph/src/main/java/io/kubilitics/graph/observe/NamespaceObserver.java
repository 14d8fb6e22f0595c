package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.NamespaceFacts;

/** Namespaces. */
final class NamespaceObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        return new NamespaceFacts(
                sight.status().at("phase").text().equals("Terminating"), Conditions.of(sight.status()));
    }
}
