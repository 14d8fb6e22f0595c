package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.AdmissionBindingFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;

/** Bindings of admission policies of one kind. */
final class AdmissionBindingObserver implements Observer {

    private final Kind policies;

    AdmissionBindingObserver(Kind policies) {
        this.policies = policies;
    }

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        sight.refer(Relation.Type.ENFORCES, policies, spec.at("policyName").text());
        return new AdmissionBindingFacts(
                spec.at("policyName").text(),
                spec.at("validationActions").set(),
                Selectors.of(spec.at("matchResources", "namespaceSelector"), Selector.EVERYTHING));
    }
}
