package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.ClassFacts;
import io.kubilitics.graph.facts.Facts;

/** GatewayClasses. */
final class GatewayClassObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        return new ClassFacts(sight.spec().at("controllerName").text(), false, Conditions.of(sight.status()));
    }
}
