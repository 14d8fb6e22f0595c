package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.DaemonSetFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.select.Selector;

/** DaemonSets. */
final class DaemonSetObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        PodTemplate template = Templates.of(sight, spec.at("template"));
        Templates.refer(sight, template);
        return new DaemonSetFacts(
                status.at("desiredNumberScheduled").number(0),
                status.at("numberReady").number(0),
                status.at("updatedNumberScheduled").number(0),
                status.at("numberAvailable").number(0),
                status.at("numberMisscheduled").number(0),
                sight.observed(),
                spec.at("updateStrategy", "type").text().equals("OnDelete"),
                Selectors.of(spec.at("selector"), Selector.NOTHING),
                template);
    }
}
