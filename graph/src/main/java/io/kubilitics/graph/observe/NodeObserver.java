package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.Taint;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Nodes. */
final class NodeObserver implements Observer {

    private static final Set<String> VERSIONS =
            Set.of("kubeletVersion", "kernelVersion", "osImage", "containerRuntimeVersion", "architecture");

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        Map<String, String> versions =
                status.at("nodeInfo").map((name, value) -> VERSIONS.contains(name) ? value.given() : Optional.empty());
        return new NodeFacts(
                spec.at("unschedulable").yes(),
                spec.at("taints").list(NodeObserver::taint),
                Shared.value(Map.copyOf(status.at("capacity").amounts())),
                Shared.value(Map.copyOf(status.at("allocatable").amounts())),
                Shared.value(Map.copyOf(versions)),
                Conditions.of(status));
    }

    private static Taint taint(Field taint) {
        return new Taint(
                taint.at("key").text(),
                taint.at("value").text(),
                taint.at("effect").text(),
                taint.at("timeAdded").time());
    }
}
