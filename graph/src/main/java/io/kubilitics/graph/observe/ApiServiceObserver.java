package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.ApiServiceFacts;
import io.kubilitics.graph.facts.Calls;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.world.Relation;

/** APIServices. */
final class ApiServiceObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Calls calls = Callers.calls(sight.spec());
        calls.service().ifPresent(service -> sight.referredBy(Relation.Type.SERVES_API, service));
        return new ApiServiceFacts(
                sight.spec().at("group").text(),
                sight.spec().at("version").text(),
                calls,
                Conditions.of(sight.status()));
    }
}
