package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.DriverFacts;
import io.kubilitics.graph.facts.Facts;

/** CSIDrivers. */
final class CsiDriverObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        return new DriverFacts(
                sight.spec().at("attachRequired").yes(true),
                sight.spec().at("storageCapacity").yes());
    }
}
