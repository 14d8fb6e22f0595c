package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.BudgetFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;

/** PodDisruptionBudgets. A selector that is left out means no pod, an empty one every pod of the namespace. */
final class DisruptionBudgetObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        Selector pods = Selectors.of(spec.at("selector"), Selector.NOTHING);
        sight.selectPods(Relation.Type.LIMITS_DISRUPTION, pods);
        return new BudgetFacts(
                pods,
                spec.at("minAvailable").text(),
                spec.at("maxUnavailable").text(),
                spec.at("unhealthyPodEvictionPolicy").text().equals("AlwaysAllow"),
                status.at("disruptionsAllowed").number(0),
                status.at("currentHealthy").number(0),
                status.at("desiredHealthy").number(0),
                status.at("expectedPods").number(0),
                Conditions.of(status));
    }
}
