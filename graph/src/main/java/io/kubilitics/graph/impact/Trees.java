package io.kubilitics.graph.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects that a world keeps, as trees that can be changed and observed again. */
final class Trees {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Trees() {}

    static Optional<ObjectNode> of(World world, ResourceRef ref) {
        return world.tree(ref).map(ObjectNode.class::cast);
    }

    static JsonNode of(Map<String, Object> tree) {
        return JSON.valueToTree(tree);
    }

    static List<Observation> observe(Kind kind, JsonNode object) {
        return Observers.observe(kind, object);
    }

    /** Who makes the pods: itself, or of a Deployment the revisions in force. */
    static List<ResourceRef> makers(World world, ResourceRef workload) {
        return workload.kind().equals(Kind.DEPLOYMENT)
                ? world.to(workload, Relation.Type.OWNS)
                        .filter(owned -> owned.kind().equals(Kind.REPLICA_SET))
                        .filter(owned -> of(world, owned)
                                .filter(revision ->
                                        revision.at("/spec/replicas").asInt() > 0)
                                .isPresent())
                        .sorted()
                        .toList()
                : List.of(workload);
    }

    static Stream<ResourceRef> pods(World world, ResourceRef workload) {
        return makers(world, workload).stream()
                .flatMap(maker -> world.to(maker, Relation.Type.OWNS))
                .filter(owned -> owned.kind().equals(Kind.POD))
                .sorted();
    }
}
