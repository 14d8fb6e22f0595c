package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.Toleration;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.symptom.Lifting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nodes that would take a pod still carry the taint of their beginning, and whoever should take it away is unwell. */
final class TaintNotLifted implements Cause {

    @Override
    public About about() {
        return About.of("startup-taint-not-lifted", "scheduling-unsatisfiable", Ailment.UNSCHEDULED)
                .means("New nodes are kept closed until somebody has made them fit for use, and he does not do so.")
                .confirmedBy("nodes carry a taint that the pod does not tolerate, and one who does is unwell")
                .refutedBy("no node carries such a taint, or nobody who tolerates it is unwell")
                .cure("mend who takes the taint away; by hand only where nothing is left to be done on the node");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        return by(symptom, inquiry)
                .<Ruling>map(workload -> confirmed(workload, keys(symptom, inquiry), symptom))
                .orElseGet(() -> new Ruling.Refuted("nobody who should take a taint away is unwell"));
    }

    /** Who should take away what stands in the way, and is unwell. */
    static Optional<ResourceRef> by(Symptom symptom, Inquiry inquiry) {
        Set<String> keys = keys(symptom, inquiry);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(Kind.DEPLOYMENT, Kind.DAEMON_SET)
                .flatMap(kind -> inquiry.all(kind, "").stream())
                .filter(workload -> Lifting.isDone(workload, keys))
                .map(Resource::ref)
                .filter(workload -> !inquiry.health(workload).isEmpty())
                .findFirst();
    }

    /** Those in the way of this pod. */
    private static Set<String> keys(Symptom symptom, Inquiry inquiry) {
        List<Toleration> tolerated = inquiry.facts(symptom.subject(), PodFacts.class).stream()
                .flatMap(pod -> pod.template().placement().tolerations().stream())
                .toList();
        return inquiry.all(Kind.NODE, "").stream()
                .flatMap(node -> Lifting.keys(node).stream())
                .filter(key -> tolerated.stream()
                        .noneMatch(one -> one.key().equals(key) || one.key().isEmpty()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Ruling confirmed(ResourceRef workload, Set<String> keys, Symptom symptom) {
        return Ruling.confirmed(
                        workload,
                        Confidence.STRONG,
                        "Nodes stay closed: %s, which should take taint %s away, does not work"
                                .formatted(workload, String.join(", ", keys)))
                .claim(Claim.of("%s is unwell".formatted(workload), new Probe.OfHealth(workload)))
                .claim(Claim.tainted("the scheduler says: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                .advice("mend %s".formatted(workload))
                .harmful("deleting the waiting pods: the next ones find the nodes closed, too");
    }
}
