package io.kubilitics.reasoning;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ApiServiceFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.query.Upstream;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.WorkloadLogs;
import io.kubilitics.reasoning.symptom.Lifting;
import io.kubilitics.reasoning.symptom.Supplying;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked about, all that it counts on, and who says of these that they cannot be reached: as the objects refer to each
 * other, and as unwell programs say whom they call, for not every address stands in a specification.
 */
record Surroundings(World world, Scope asked, List<Symptom> symptoms, WorkloadLogs logs) {

    Scope find() {
        if (asked instanceof Scope.Everything) {
            return asked;
        }
        Set<ResourceRef> tops = world.all()
                .map(Resource::ref)
                .filter(ref -> asked.includes(world, ref))
                .collect(Collectors.toCollection(HashSet::new));
        Stream.of(suppliers(), kept(), ending(), measures())
                .flatMap(more -> more)
                .forEach(tops::add);
        Set<ResourceRef> heard = new HashSet<>();
        while (true) {
            Scope near = new Scope.Around(asked, Upstream.of(world, tops));
            Set<ResourceRef> called = symptoms.stream()
                    .map(Symptom::subject)
                    .filter(subject -> near.includes(world, subject))
                    .map(world::topOwner)
                    .filter(heard::add)
                    .flatMap(this::called)
                    .collect(Collectors.toSet());
            if (!tops.addAll(called)) {
                Set<ResourceRef> callers = callers(near);
                return callers.isEmpty() ? near : new Scope.Around(near, callers);
            }
        }
    }

    /** A pod without a node counts on those who bring nodes, and what is on them, and who make them fit for use. */
    private Stream<ResourceRef> suppliers() {
        boolean waits = symptoms.stream()
                .anyMatch(symptom ->
                        symptom.ailment() == Ailment.UNSCHEDULED && asked.includes(world, symptom.subject()));
        if (!waits) {
            return Stream.empty();
        }
        Set<String> taints = world.all(Kind.NODE)
                .flatMap(node -> Lifting.keys(node).stream())
                .collect(Collectors.toSet());
        return Stream.of(Kind.DEPLOYMENT, Kind.DAEMON_SET)
                .flatMap(world::all)
                .filter(workload -> Supplying.isDone(workload) || Lifting.isDone(workload, taints))
                .map(Resource::ref);
    }

    /** Who scales by what pods use counts on the part of the API that tells it. */
    private Stream<ResourceRef> measures() {
        boolean blind = symptoms.stream()
                .anyMatch(symptom ->
                        symptom.ailment() == Ailment.AUTOSCALER_STUCK && asked.includes(world, symptom.subject()));
        return blind
                ? world.all(Kind.API_SERVICE)
                        .filter(api -> api.facts() instanceof ApiServiceFacts facts
                                && facts.group().endsWith("metrics.k8s.io"))
                        .map(Resource::ref)
                : Stream.empty();
    }

    /** A namespace that does not go takes nothing new in; who is to bring something says so. */
    private Stream<ResourceRef> ending() {
        return symptoms.stream()
                .filter(symptom -> symptom.ailment() == Ailment.DELETION_STUCK)
                .map(Symptom::subject)
                .filter(namespace -> namespace.kind().equals(Kind.NAMESPACE))
                .filter(namespace -> symptoms.stream()
                        .filter(symptom -> asked.includes(world, symptom.subject()))
                        .anyMatch(symptom -> symptom.says().contains(namespace.name() + " because it is being")));
    }

    /** A node that cannot be emptied waits for all pods that stand under one budget with a pod of its own. */
    private Stream<ResourceRef> kept() {
        return symptoms.stream()
                .filter(symptom -> symptom.ailment() == Ailment.DRAIN_BLOCKED)
                .map(Symptom::subject)
                .filter(node -> asked.includes(world, node) || isMeant(node))
                .flatMap(node -> world.from(node, Relation.Type.SCHEDULED_ON))
                .flatMap(pod -> world.from(pod, Relation.Type.LIMITS_DISRUPTION))
                .distinct()
                .flatMap(budget -> world.to(budget, Relation.Type.LIMITS_DISRUPTION))
                .map(world::topOwner);
    }

    /** Whether what is asked about runs there, as who empties a node may. */
    private boolean isMeant(ResourceRef node) {
        return world.from(node, Relation.Type.SCHEDULED_ON).anyMatch(pod -> asked.includes(world, pod));
    }

    /** Those who cannot reach what is near, itself or by the Service before it, wherever they are. */
    private Set<ResourceRef> callers(Scope near) {
        return symptoms.stream()
                .filter(symptom -> symptom.ailment().ofCaller())
                .map(Symptom::subject)
                .filter(subject -> !near.includes(world, subject))
                .filter(subject -> called(world.topOwner(subject)).anyMatch(target -> leads(target, near)))
                .collect(Collectors.toSet());
    }

    private boolean leads(ResourceRef target, Scope near) {
        return near.includes(world, target)
                || world.to(target, Relation.Type.SELECTS).anyMatch(pod -> near.includes(world, pod));
    }

    private Stream<ResourceRef> called(ResourceRef workload) {
        return logs.complaints(workload).stream().flatMap(complaint -> complaint.target().stream());
    }
}
