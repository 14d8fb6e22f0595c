package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A VerticalPodAutoscaler.
 *
 * @param mode whether it only advises ({@code Off}) or changes pods
 * @param advice by container
 */
public record VerticalAutoscalerFacts(
        Optional<ResourceRef> target, String mode, Map<String, Resources> advice, List<Condition> conditions)
        implements Facts {
    public VerticalAutoscalerFacts {
        advice = Map.copyOf(advice);
        conditions = List.copyOf(conditions);
    }
}
