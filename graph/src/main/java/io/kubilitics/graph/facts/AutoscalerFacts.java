package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.List;
import java.util.Optional;

/** A HorizontalPodAutoscaler. */
public record AutoscalerFacts(
        Optional<ResourceRef> target,
        int least,
        int most,
        int current,
        int wanted,
        List<Metric> metrics,
        List<Condition> conditions)
        implements Facts {

    public AutoscalerFacts {
        metrics = List.copyOf(metrics);
        conditions = List.copyOf(conditions);
    }

    /**
     * What it goes by.
     *
     * @param goal as it is written, such as {@code 75%}
     * @param measured empty when nothing could be measured
     */
    public record Metric(String type, String name, String goal, String measured) {}

    public Optional<Condition> condition(String type) {
        return conditions.stream().filter(condition -> condition.is(type)).findFirst();
    }
}
