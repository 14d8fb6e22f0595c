package io.kubilitics.graph.observe;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.Resources;
import io.kubilitics.graph.facts.VerticalAutoscalerFacts;
import io.kubilitics.graph.world.Relation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** VerticalPodAutoscalers. */
final class VerticalAutoscalerObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Optional<ResourceRef> target = sight.target(sight.spec().at("targetRef"));
        target.ifPresent(ref -> sight.refer(Relation.Type.SCALES, ref));
        Map<String, Resources> advice = new HashMap<>();
        sight.status()
                .at("recommendation", "containerRecommendations")
                .each()
                .forEach(each -> advice.put(
                        each.at("containerName").text(),
                        new Resources(
                                each.at("target").amounts(),
                                each.at("upperBound").amounts())));
        return new VerticalAutoscalerFacts(
                target,
                sight.spec().at("updatePolicy", "updateMode").text("Auto"),
                advice,
                Conditions.of(sight.status()));
    }
}
