package io.kubilitics.graph.health;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.AutoscalerFacts;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.VerticalAutoscalerFacts;
import java.util.Optional;
import java.util.stream.Stream;

/** What is unwell about an autoscaler. To be at its lower or upper bound is what the bounds are for. */
final class AutoscalerHealth {

    private AutoscalerHealth() {}

    static Stream<Symptom> symptoms(Resource autoscaler, AutoscalerFacts facts, Look look) {
        return missing(autoscaler, facts.target(), look)
                .or(() -> facts.conditions().stream()
                        .filter(condition -> stuck(condition) && look.lasting(condition.since(), Look.PATIENCE))
                        .findFirst()
                        .map((Condition condition) -> Look.symptom(Ailment.AUTOSCALER_STUCK, autoscaler, condition)))
                .stream();
    }

    static Stream<Symptom> symptoms(Resource autoscaler, VerticalAutoscalerFacts facts, Look look) {
        return missing(autoscaler, facts.target(), look)
                .or(() -> facts.conditions().stream()
                        .filter(condition -> condition.is("ConfigUnsupported") && condition.holds())
                        .findFirst()
                        .map((Condition condition) -> Look.symptom(Ailment.AUTOSCALER_STUCK, autoscaler, condition)))
                .stream();
    }

    /** It switches itself off when its target is scaled to zero by hand. */
    private static boolean stuck(Condition condition) {
        boolean can = condition.is("AbleToScale") || condition.is("ScalingActive");
        return can && condition.fails() && !condition.reason().equals("ScalingDisabled");
    }

    private static Optional<Symptom> missing(Resource autoscaler, Optional<ResourceRef> target, Look look) {
        return target.filter(look::absent)
                .map(ref -> Look.symptom(Ailment.SCALE_TARGET_MISSING, autoscaler, "", ref + " does not exist"));
    }
}
