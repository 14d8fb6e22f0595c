package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;
import java.util.List;

/**
 * A PodDisruptionBudget.
 *
 * @param minAvailable a number or a percentage, empty when the other one is said
 * @param evictsUnready whether pods that are not ready may always be evicted
 * @param allowed how many pods may be evicted right now
 */
public record BudgetFacts(
        Selector pods,
        String minAvailable,
        String maxUnavailable,
        boolean evictsUnready,
        int allowed,
        int healthy,
        int wanted,
        int expected,
        List<Condition> conditions)
        implements Facts {
    public BudgetFacts {
        conditions = List.copyOf(conditions);
    }
}
