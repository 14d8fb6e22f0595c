package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.AdmissionPolicyFacts;
import io.kubilitics.graph.facts.Facts;

/** Validating- and MutatingAdmissionPolicies. */
final class AdmissionPolicyObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        return new AdmissionPolicyFacts(
                !sight.spec().at("failurePolicy").text().equals("Ignore"),
                sight.spec().at("matchConstraints", "resourceRules").list(Callers::matched),
                sight.status().at("typeChecking", "expressionWarnings").texts("warning"));
    }
}
