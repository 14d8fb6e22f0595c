package io.kubilitics.graph.observe;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.AutoscalerFacts;
import io.kubilitics.graph.facts.AutoscalerFacts.Metric;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.world.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** HorizontalPodAutoscalers, as {@code autoscaling/v2} tells of them; v1 knows one metric only, cpu. */
final class AutoscalerObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        Optional<ResourceRef> target = sight.target(spec.at("scaleTargetRef"));
        target.ifPresent(ref -> sight.refer(Relation.Type.SCALES, ref));
        return new AutoscalerFacts(
                target,
                spec.at("minReplicas").number(1),
                spec.at("maxReplicas").number(0),
                status.at("currentReplicas").number(0),
                status.at("desiredReplicas").number(0),
                metrics(spec, status),
                Conditions.of(status));
    }

    private static List<Metric> metrics(Field spec, Field status) {
        Map<String, String> measured = status.at("currentMetrics")
                .each()
                .collect(Collectors.toMap(
                        AutoscalerObserver::key, each -> value(source(each).at("current")), (one, _) -> one));
        List<Metric> metrics = spec.at("metrics")
                .list(each -> new Metric(
                        each.at("type").text(),
                        name(each),
                        value(source(each).at("target")),
                        measured.getOrDefault(key(each), "")));
        Field cpu = spec.at("targetCPUUtilizationPercentage");
        return metrics.isEmpty() && cpu.exists()
                ? List.of(new Metric(
                        "Resource", "cpu", percent(cpu), percent(status.at("currentCPUUtilizationPercentage"))))
                : metrics;
    }

    private static String key(Field metric) {
        return metric.at("type").text() + "/" + name(metric);
    }

    /** A metric's body stands in a field that is called like its type. */
    private static Field source(Field metric) {
        String type = metric.at("type").text();
        return type.isEmpty() ? metric.at("") : metric.at(Character.toLowerCase(type.charAt(0)) + type.substring(1));
    }

    private static String name(Field metric) {
        Field source = source(metric);
        return source.at("name").text(source.at("metric", "name").text());
    }

    private static String value(Field amount) {
        return amount.at("averageUtilization").exists()
                ? percent(amount.at("averageUtilization"))
                : amount.at("averageValue").text(amount.at("value").text());
    }

    private static String percent(Field number) {
        return number.given().map(text -> text + "%").orElse("");
    }
}
