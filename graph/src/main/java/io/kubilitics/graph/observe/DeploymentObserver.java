package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.select.Selector;

/** Deployments. */
final class DeploymentObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        PodTemplate template = Templates.of(sight, spec.at("template"));
        Templates.refer(sight, template);
        return new DeploymentFacts(
                spec.at("replicas").number(1),
                status.at("updatedReplicas").number(0),
                status.at("availableReplicas").number(0),
                status.at("readyReplicas").number(0),
                sight.observed(),
                spec.at("paused").yes(),
                strategy(spec.at("strategy")),
                spec.at("progressDeadlineSeconds").number(600),
                Selectors.of(spec.at("selector"), Selector.NOTHING),
                template,
                Conditions.of(status));
    }

    private static String strategy(Field strategy) {
        Field rolling = strategy.at("rollingUpdate");
        String type = strategy.at("type").text("RollingUpdate");
        return rolling.exists()
                ? "%s maxSurge=%s maxUnavailable=%s"
                        .formatted(
                                type,
                                rolling.at("maxSurge").text("25%"),
                                rolling.at("maxUnavailable").text("25%"))
                : type;
    }
}
