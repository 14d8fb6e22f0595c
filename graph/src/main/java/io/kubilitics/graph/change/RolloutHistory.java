package io.kubilitics.graph.change;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a workload's rollouts changed, read from the revisions it keeps (ReplicaSets of a Deployment, ControllerRevisions of a
 * StatefulSet or DaemonSet): known even when nobody was watching.
 */
final class RolloutHistory {

    private static final Kind CONTROLLER_REVISION = new Kind("apps", "ControllerRevision");
    private static final String TEMPLATE = "/spec/template";
    private static final Place TEMPLATE_PLACE = Place.TOP.field("spec").field("template");
    private static final String MADE_BY_CONTROLLERS = "kube-controller-manager";
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private RolloutHistory() {}

    /** A template as it was from some time on. */
    private record Revision(long number, Resource resource, JsonNode template) {}

    /** Oldest first. */
    static List<Change> of(World world, ResourceRef workload) {
        List<Revision> revisions = world.to(workload, Relation.Type.OWNS)
                .filter(owned ->
                        owned.kind().equals(Kind.REPLICA_SET) || owned.kind().equals(CONTROLLER_REVISION))
                .flatMap(owned -> revision(world, owned).stream())
                .filter(revision -> revision.number() > 0)
                .sorted(Comparator.comparingLong(Revision::number))
                .toList();
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i < revisions.size(); i++) {
            Revision then = revisions.get(i - 1);
            Revision now = revisions.get(i);
            Instant at = at(then.resource().meta(), now.resource().meta());
            String by =
                    world.find(workload).map(owner -> writer(owner.meta(), at)).orElse("");
            Differences.between(then.template(), now.template(), TEMPLATE, TEMPLATE_PLACE)
                    .forEach(edit -> changes.add(new Change.Edited(workload, edit, at, by)));
        }
        return List.copyOf(changes);
    }

    private static Optional<Revision> revision(World world, ResourceRef owned) {
        return world.find(owned)
                .flatMap(resource -> world.tree(owned).map(tree -> {
                    boolean replicaSet = owned.kind().equals(Kind.REPLICA_SET);
                    JsonNode template =
                            replicaSet ? tree.at(TEMPLATE) : tree.path("data").at(TEMPLATE);
                    long number = replicaSet
                            ? tree.at(JsonPointer.compile("/metadata/annotations/deployment.kubernetes.io~1revision"))
                                    .asLong()
                            : tree.path("revision").asLong();
                    return new Revision(number, resource, wished(template));
                }));
    }

    /** Without what the controller adds so as to tell its revisions apart. */
    private static JsonNode wished(JsonNode template) {
        if (template instanceof ObjectNode object) {
            object.remove("$patch");
            if (object.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove("creationTimestamp");
                if (metadata.path("labels") instanceof ObjectNode labels) {
                    labels.remove("pod-template-hash");
                }
            }
        }
        return template;
    }

    /** A rollback brings an old revision back: then its creation tells nothing, but the number was written anew. */
    private static Instant at(Meta then, Meta now) {
        return now.created().isBefore(then.created()) ? now.changed() : now.created();
    }

    /** Who wrote the workload right then; nobody when more than one did. */
    private static String writer(Meta workload, Instant at) {
        List<String> writers = workload.edits().stream()
                .filter(edit -> edit.subresource().isEmpty())
                .filter(edit -> !edit.manager().equals(MADE_BY_CONTROLLERS))
                .filter(edit -> Duration.between(edit.at(), at).abs().compareTo(AT_ONCE) <= 0)
                .map(Meta.Edit::manager)
                .distinct()
                .toList();
        return writers.size() == 1 ? writers.getFirst() : "";
    }
}
