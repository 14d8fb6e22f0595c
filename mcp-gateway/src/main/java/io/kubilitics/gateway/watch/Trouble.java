package io.kubilitics.gateway.watch;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.Owners;

/** What is wrong with a workload, whichever of its pods shows it: pods come and go while the trouble stays. */
public record Trouble(Ailment ailment, ResourceRef workload) {

    static Trouble of(Symptom symptom, Owners owners) {
        return new Trouble(symptom.ailment(), owners.top(symptom.subject()));
    }
}
