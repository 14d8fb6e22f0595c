package io.kubilitics.reasoning.recommendation;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;

/** What must hold once a remedy was carried out. Of the workload, never of its pods: most remedies replace those. */
public sealed interface Expectation {

    ResourceRef object();

    record WorkloadReady(ResourceRef object) implements Expectation {}

    /** Neither the workload nor anything it owns shows the ailment any more. */
    record SymptomGone(Ailment ailment, ResourceRef object) implements Expectation {}
}
