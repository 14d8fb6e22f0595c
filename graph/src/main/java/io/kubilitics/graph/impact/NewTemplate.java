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
import java.util.stream.Stream;

/** Another pod template: each pod is replaced by one made from it. */
final class NewTemplate implements Settlement {

    private static final String TEMPLATE = "/spec/template";

    /** Of a pod's specification, what is not from the template. */
    private static final List<String> ITS_OWN = List.of("nodeName");

    @Override
    public Optional<Settled> settle(World world, ResourceRef target, JsonNode before, JsonNode after) {
        JsonNode template = after.at(TEMPLATE);
        if (!template.isObject() || template.equals(before.at(TEMPLATE))) {
            return Optional.empty();
        }
        List<Observation> follows = new ArrayList<>();
        Trees.makers(world, target).stream()
                .filter(maker -> !maker.equals(target))
                .flatMap(maker -> revision(world, maker, template))
                .forEach(follows::add);
        Trees.pods(world, target).flatMap(pod -> pod(world, pod, template)).forEach(follows::add);
        return Optional.of(new Settled(
                follows,
                "the rollout of %s comes to its end; new pods are shown under the names and on the nodes of those they replace,"
                                .formatted(target)
                        + " and nothing is said of how they fare"));
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
