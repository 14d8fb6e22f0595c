package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.NodeTerm;
import io.kubilitics.graph.facts.Placement;
import io.kubilitics.graph.facts.PodAffinity;
import io.kubilitics.graph.facts.Spread;
import io.kubilitics.graph.facts.Toleration;
import io.kubilitics.graph.select.Selector;
import java.util.List;

/** Where a pod demands to run. */
final class Placements {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private Placements() {}

    static Placement of(Field spec) {
        Field affinity = spec.at("affinity");
        Placement placement = new Placement(
                spec.at("nodeSelector").pairs(),
                nodeTerms(affinity.at("nodeAffinity", REQUIRED)),
                affinity.at("podAffinity", REQUIRED).list(Placements::podAffinity),
                affinity.at("podAntiAffinity", REQUIRED).list(Placements::podAffinity),
                spec.at("tolerations").list(Placements::toleration),
                spec.at("topologySpreadConstraints").list(Placements::spread));
        return placement.equals(Placement.ANYWHERE) ? Placement.ANYWHERE : Shared.value(placement);
    }

    static List<NodeTerm> nodeTerms(Field nodeSelector) {
        return nodeSelector.at("nodeSelectorTerms").list(Selectors::nodeTerm);
    }

    private static PodAffinity podAffinity(Field term) {
        return new PodAffinity(
                Selectors.of(term.at("labelSelector"), Selector.NOTHING),
                term.at("topologyKey").text());
    }

    private static Toleration toleration(Field toleration) {
        return new Toleration(
                toleration.at("key").text(),
                toleration.at("operator").text().equals("Exists"),
                toleration.at("value").text(),
                toleration.at("effect").text());
    }

    private static Spread spread(Field constraint) {
        return new Spread(
                constraint.at("topologyKey").text(),
                constraint.at("maxSkew").number(1),
                constraint.at("whenUnsatisfiable").text("DoNotSchedule").equals("DoNotSchedule"),
                Selectors.of(constraint.at("labelSelector"), Selector.NOTHING));
    }
}
