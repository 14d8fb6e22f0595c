package io.kubilitics.graph.change;

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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A template that a workload had from some time on. A rollback gives an old one a new number: then it is here twice, and its
 * creation tells of the first time only.
 *
 * @param came when, if it tells; nothing for one that was brought back and does not
 */
record Revision(long number, Resource resource, JsonNode template, Optional<Instant> came) {

    private static final Kind CONTROLLER_REVISION = new Kind("apps", "ControllerRevision");
    private static final String TEMPLATE = "/spec/template";
    private static final String NUMBER = "deployment.kubernetes.io/revision";
    private static final String FORMER_NUMBERS = "deployment.kubernetes.io/revision-history";

    /** It may be written a moment after it was made, for reasons of its own. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    Instant created() {
        return resource.meta().created();
    }

    /** By their numbers. */
    static List<Revision> of(World world, ResourceRef workload) {
        List<Revision> all = new ArrayList<>();
        replicaSets(world, workload, all);
        controllerRevisions(world, workload, all);
        return all.stream()
                .filter(revision -> revision.number() > 0)
                .sorted(Comparator.comparingLong(Revision::number))
                .toList();
    }

    private static List<Resource> owned(World world, ResourceRef workload, Kind kind) {
        return world.to(workload, Relation.Type.OWNS)
                .filter(owned -> owned.kind().equals(kind))
                .flatMap(owned -> world.find(owned).stream())
                .toList();
    }

    /** They remember which numbers they had before. */
    private static void replicaSets(World world, ResourceRef deployment, List<Revision> to) {
        for (Resource replicaSet : owned(world, deployment, Kind.REPLICA_SET)) {
            world.tree(replicaSet.ref()).ifPresent(tree -> {
                JsonNode annotations = tree.path("metadata").path("annotations");
                JsonNode template = wished(tree.at(TEMPLATE));
                Optional<Instant> came = Optional.of(replicaSet.meta().created());
                for (long former : numbers(annotations.path(FORMER_NUMBERS).asText())) {
                    to.add(new Revision(former, replicaSet, template, came));
                    came = Optional.empty();
                }
                to.add(new Revision(annotations.path(NUMBER).asLong(), replicaSet, template, came));
            });
        }
    }

    private static List<Long> numbers(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(number -> number.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .sorted()
                .toList();
    }

    /** Nothing of them is ever written anew but the number. */
    private static void controllerRevisions(World world, ResourceRef workload, List<Revision> to) {
        record Numbered(long number, Resource resource, JsonNode template) {}
        List<Numbered> all = owned(world, workload, CONTROLLER_REVISION).stream()
                .flatMap(resource -> world.tree(resource.ref()).stream()
                        .map(tree -> new Numbered(
                                tree.path("revision").asLong(),
                                resource,
                                wished(tree.path("data").at(TEMPLATE)))))
                .toList();
        Set<Long> numbers = all.stream().map(Numbered::number).collect(Collectors.toSet());
        for (Numbered one : all) {
            to.add(new Revision(
                    one.number(),
                    one.resource(),
                    one.template(),
                    came(one.resource().meta(), one.number(), numbers)));
        }
    }

    /** One that comes back leaves its old number empty. */
    private static Optional<Instant> came(Meta meta, long number, Set<Long> numbers) {
        boolean rewritten = meta.changed().isAfter(meta.created().plus(AT_ONCE));
        boolean allThere = numbers.stream().filter(each -> each <= number).count() == number;
        if (meta.edits().isEmpty()) {
            return allThere ? Optional.of(meta.created()) : Optional.empty();
        }
        return Optional.of(rewritten ? meta.changed() : meta.created());
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
}
