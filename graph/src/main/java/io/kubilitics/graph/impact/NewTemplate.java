package io.kubilitics.graph.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Another pod template: each pod is replaced by one made from it, where a controller does so by itself. */
final class NewTemplate implements Settlement {

    private static final Set<Kind> ROLLS = Set.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET);
    private static final String TEMPLATE = "/spec/template";

    /** Of a pod's specification, what is not from the template. */
    private static final List<String> ITS_OWN = List.of("nodeName");

    @Override
    public Optional<Settled> settle(World world, ResourceRef target, JsonNode before, JsonNode after) {
        JsonNode template = after.at(TEMPLATE);
        if (!template.isObject() || template.equals(before.at(TEMPLATE))) {
            return Optional.empty();
        }
        Optional<String> stays = stays(target, after);
        return Optional.of(
                stays.isPresent() ? new Settled(List.of(), stays.get()) : rolled(world, target, after, template));
    }

    /** Why no pod is replaced; nothing where they are. */
    private static Optional<String> stays(ResourceRef target, JsonNode after) {
        if (after.at("/spec/paused").asBoolean()) {
            return Optional.of(
                    "the rollout of %s is paused, so its pods stay as they are until it goes on".formatted(target));
        }
        if (after.at("/spec/updateStrategy/type").asText().equals("OnDelete")) {
            return Optional.of("the pods of %s stay as they are until somebody deletes them".formatted(target));
        }
        return ROLLS.contains(target.kind())
                ? Optional.empty()
                : Optional.of("the pods of %s stay as they are; only pods to come are made from the new template"
                        .formatted(target));
    }

    private static Settled rolled(World world, ResourceRef target, JsonNode after, JsonNode template) {
        List<Observation> follows = new ArrayList<>();
        Trees.makers(world, target).stream()
                .filter(maker -> !maker.equals(target))
                .flatMap(maker -> revision(world, maker, template))
                .forEach(follows::add);
        int first = after.at("/spec/updateStrategy/rollingUpdate/partition").asInt(0);
        Trees.pods(world, target)
                .filter(pod -> ordinal(pod) >= first)
                .flatMap(pod -> pod(world, pod, template))
                .forEach(follows::add);
        return new Settled(
                follows,
                "the rollout of %s comes to its end%s; new pods are shown under the names and on the nodes of those they replace,"
                                .formatted(target, first > 0 ? ", from pod %d on".formatted(first) : "")
                        + " and nothing is said of how they fare");
    }

    /** Of a StatefulSet's pod; of others, without a partition, it does not matter. */
    private static int ordinal(ResourceRef pod) {
        String last = pod.name().substring(pod.name().lastIndexOf('-') + 1);
        return last.matches("\\d{1,9}") ? Integer.parseInt(last) : Integer.MAX_VALUE;
    }

    private static Stream<Observation> revision(World world, ResourceRef maker, JsonNode template) {
        return Trees.of(world, maker).stream().flatMap(revision -> {
            if (revision.get("spec") instanceof ObjectNode spec) {
                spec.set("template", template.deepCopy());
            }
            return Trees.observe(maker.kind(), revision).stream();
        });
    }

    private static Stream<Observation> pod(World world, ResourceRef ref, JsonNode template) {
        return Trees.of(world, ref).stream().flatMap(pod -> {
            ObjectNode spec = template.path("spec") instanceof ObjectNode given ? given.deepCopy() : pod.objectNode();
            ITS_OWN.stream()
                    .filter(pod.path("spec")::has)
                    .forEach(field -> spec.set(field, pod.path("spec").get(field)));
            pod.set("spec", spec);
            pod.remove("status");
            if (template.at("/metadata/labels") instanceof ObjectNode labels
                    && pod.at("/metadata/labels") instanceof ObjectNode own) {
                own.setAll(labels);
            }
            return Trees.observe(Kind.POD, pod).stream();
        });
    }
}
