package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.Node;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.world.Observation;
import java.util.List;
import java.util.stream.Stream;

/** Nodes. */
final class NodeObserver implements Observer<Node> {

    @Override
    public Kind kind() {
        return Kind.NODE;
    }

    @Override
    public Class<Node> model() {
        return Node.class;
    }

    @Override
    public List<Observation> observe(Node object) {
        List<Condition> conditions = object.getStatus() == null
                ? List.of()
                : Reading.list(object.getStatus().getConditions()).stream()
                        .map(it -> Reading.condition(
                                it.getType(),
                                it.getStatus(),
                                it.getReason(),
                                it.getMessage(),
                                it.getLastTransitionTime()))
                        .toList();
        boolean cordoned =
                object.getSpec() != null && Reading.yes(object.getSpec().getUnschedulable());
        return Reading.seen(kind(), object, new NodeFacts(cordoned, conditions), Stream.empty());
    }
}
