package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What nodes that fail alike have in common: a workload that was changed, itself or its settings, before they failed, that runs on
 * all of them and on none that works.
 *
 * @param changed the workload, or its settings
 */
record NodeCulprit(ResourceRef workload, ResourceRef changed, Edited change) {

    private static final Set<Kind> ON_NODES = Set.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET);

    /** One node that fails has a hundred pods, some of which were always changed lately: then it must have come at once. */
    private static final int SEVERAL = 2;

    /** Of one of the nodes; which others fail alike the caller knows. */
    static Optional<NodeCulprit> of(ResourceRef node, Predicate<NodeFacts> fails, Symptom symptom, Inquiry inquiry) {
        Set<ResourceRef> failing = inquiry.all(Kind.NODE, "").stream()
                .filter(each -> each.facts() instanceof NodeFacts facts && fails.test(facts))
                .map(Resource::ref)
                .collect(Collectors.toSet());
        if (inquiry.all(Kind.NODE, "").size() == failing.size()) {
            return Optional.empty();
        }
        return inquiry.from(node, Relation.Type.SCHEDULED_ON).stream()
                .map(inquiry::topOwner)
                .filter(owner -> ON_NODES.contains(owner.kind()))
                .distinct()
                .flatMap(owner -> changed(owner, symptom, inquiry).stream())
                .filter(culprit -> failing.size() >= SEVERAL || Recent.soonAfter(culprit.change, symptom))
                .filter(culprit -> nodes(culprit.workload, inquiry).equals(failing))
                .findFirst();
    }

    private static Optional<NodeCulprit> changed(ResourceRef owner, Symptom symptom, Inquiry inquiry) {
        return Recent.ofTemplate(owner, symptom, inquiry)
                .map(change -> new NodeCulprit(owner, owner, change))
                .or(() -> Settings.of(owner, inquiry)
                        .flatMap(source -> Recent.change(source, symptom, inquiry, _ -> true)
                                .map(change -> new NodeCulprit(owner, source, change))
                                .stream())
                        .findFirst());
    }

    private static Set<ResourceRef> nodes(ResourceRef owner, Inquiry inquiry) {
        return inquiry.to(owner, Relation.Type.OWNS).stream()
                .flatMap(owned -> owned.kind().equals(Kind.POD)
                        ? Stream.of(owned)
                        : inquiry.to(owned, Relation.Type.OWNS).stream())
                .flatMap(pod -> inquiry.to(pod, Relation.Type.SCHEDULED_ON).stream())
                .collect(Collectors.toSet());
    }

    Ruling.Confirmed tell(Ruling.Confirmed ruling) {
        return ruling.claim(Recent.claim(change)).advice("take the change of %s back".formatted(changed));
    }
}
