package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.LeaseFacts;
import io.kubilitics.graph.world.Relation;
import java.time.Instant;

/** Leases: signs of life, of nodes above all. */
final class LeaseObserver implements Observer {

    private static final String OF_NODES = "kube-node-lease";
    /** Renewals in between are no news. */
    private static final int STEP_SECONDS = 30;

    @Override
    public Facts observe(Sight sight) {
        sight.restless();
        if (sight.namespace().equals(OF_NODES)) {
            sight.refer(Relation.Type.HEARTBEAT_OF, Kind.NODE, sight.ref().name());
        }
        Instant renewed = sight.spec().at("renewTime").time();
        return new LeaseFacts(
                sight.spec().at("holderIdentity").text(),
                sight.spec().at("leaseDurationSeconds").number(0),
                Instant.ofEpochSecond(Math.floorDiv(renewed.getEpochSecond(), STEP_SECONDS) * STEP_SECONDS));
    }
}
