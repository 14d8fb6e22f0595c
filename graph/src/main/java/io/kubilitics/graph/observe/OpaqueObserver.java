package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;

/** Any kind that has no observer of its own. */
final class OpaqueObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        References.find(sight);
        // Argo Rollouts, Knative and others make pods from a template like everybody else's.
        Field template = sight.spec().at("template");
        if (template.at("spec", "containers").node().isArray()) {
            Templates.refer(sight, Templates.of(sight, template));
        }
        return Statuses.of(sight);
    }
}
