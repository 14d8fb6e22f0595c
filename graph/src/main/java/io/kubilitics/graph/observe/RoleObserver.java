package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.RoleFacts;

/** Roles and ClusterRoles. */
final class RoleObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        return new RoleFacts(
                sight.object().at("rules").list(RoleObserver::rule),
                sight.object().at("aggregationRule").exists());
    }

    private static RoleFacts.Rule rule(Field rule) {
        return new RoleFacts.Rule(
                Callers.groups(rule),
                rule.at("resources").set(),
                rule.at("resourceNames").set(),
                rule.at("verbs").set(),
                rule.at("nonResourceURLs").set());
    }
}
