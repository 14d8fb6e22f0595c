package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.NodeDriversFacts;
import io.kubilitics.graph.world.Relation;
import java.util.HashMap;
import java.util.Map;

/** CSINodes: which storage drivers a node has. */
final class CsiNodeObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Map<String, Integer> room = new HashMap<>();
        sight.spec()
                .at("drivers")
                .each()
                .filter(driver -> !driver.at("name").text().isEmpty())
                .forEach(driver -> room.put(
                        driver.at("name").text(),
                        driver.at("allocatable", "count").number(0)));
        room.keySet().forEach(driver -> sight.refer(Relation.Type.DRIVEN_BY, Kind.CSI_DRIVER, driver));
        return new NodeDriversFacts(room);
    }
}
