package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.Resource;
import java.util.stream.Stream;

/** What is unwell about a node. */
final class NodeHealth {

    private NodeHealth() {}

    static Stream<Symptom> symptoms(Resource node, NodeFacts facts) {
        return facts.conditions().stream()
                .filter(condition -> condition.type().equals("Ready") && !condition.holds())
                .map(condition ->
                        new Symptom(Ailment.NODE_NOT_READY, node.ref(), "", condition.message(), condition.since()));
    }
}
