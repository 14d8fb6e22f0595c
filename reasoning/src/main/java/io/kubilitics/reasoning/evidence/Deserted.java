package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Services that no pod is behind any more: no relation is left to tell whose pods they led to, but the workload's template does. */
final class Deserted {

    private final World world;

    Deserted(World world) {
        this.world = world;
    }

    /** Those whose pods these workloads would make. */
    Stream<ResourceRef> before(Collection<ResourceRef> workloads) {
        return workloads.stream()
                .filter(ref -> !ref.kind().equals(Kind.POD))
                .collect(Collectors.groupingBy(ResourceRef::namespace))
                .entrySet()
                .stream()
                .filter(inOne -> !inOne.getKey().isEmpty())
                .flatMap(inOne -> before(inOne.getKey(), inOne.getValue()));
    }

    private Stream<ResourceRef> before(String namespace, List<ResourceRef> workloads) {
        List<PodTemplate> templates = workloads.stream()
                .flatMap(ref -> world.find(ref).stream())
                .flatMap(workload -> PodTemplate.of(workload.facts()).stream())
                .toList();
        return world.all(Kind.SERVICE, namespace)
                .filter(service -> service.facts() instanceof ServiceFacts facts
                        && !facts.selector().isEmpty()
                        && world.to(service.ref(), Relation.Type.SELECTS)
                                .findAny()
                                .isEmpty()
                        && templates.stream()
                                .anyMatch(template ->
                                        Selector.of(facts.selector()).matches(template.labels())))
                .map(Resource::ref);
    }
}
