package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.PriorityClassFacts;

/** PriorityClasses. */
final class PriorityClassObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field object = sight.object();
        return new PriorityClassFacts(
                object.at("value").number(0),
                object.at("globalDefault").yes(),
                !object.at("preemptionPolicy").text().equals("Never"));
    }
}
