package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.time.Order;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.signal.NodeTrials;
import io.kubilitics.reasoning.signal.Probes.NodeService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** No scheduler looks at a pod: neither a place for it nor a word about it. */
enum SchedulerAway implements Cause {
    DOWN("kube-scheduler-unavailable", "the scheduler of the cluster does not work"),
    UNKNOWN("scheduler-unknown", "the pod asks for a scheduler that nobody runs");

    private static final String USUAL = "default-scheduler";
    private static final String SERVICE = "kube-scheduler";
    private static final Set<String> ROLES =
            Set.of("node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master");

    private final String id;
    private final String outcome;

    SchedulerAway(String id, String outcome) {
        this.id = id;
        this.outcome = outcome;
    }

    @Override
    public About about() {
        return About.of(id, "scheduling-unsatisfiable", Ailment.UNSCHEDULED, Ailment.NODE_SERVICE_DOWN)
                .means("A pod waits, and nobody looks for a node: %s.".formatted(outcome))
                .confirmedBy("the pod waits without a word about why, and no other pod found a node since")
                .refutedBy("a scheduler has looked at it, or at others since")
                .cure(this == DOWN ? "start the scheduler again" : "name the scheduler that the cluster has");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (symptom.ailment() == Ailment.NODE_SERVICE_DOWN) {
            return this == DOWN && symptom.part().equals(SERVICE)
                    ? down(symptom, inquiry)
                    : new Ruling.Refuted("another service of the node is down");
        }
        Optional<PodFacts> pod = inquiry.facts(symptom.subject(), PodFacts.class);
        boolean looked = pod.flatMap(facts -> facts.condition("PodScheduled")).isPresent()
                || inquiry.events(symptom.subject()).stream()
                        .anyMatch(event -> event.reason().equals("FailedScheduling"));
        if (pod.isEmpty() || looked) {
            return new Ruling.Refuted("a scheduler has looked at it");
        }
        String named = pod.get().template().settings().scheduler();
        boolean usual = named.isEmpty() || named.equals(USUAL);
        if (usual != (this == DOWN)) {
            return new Ruling.Refuted("it asks for the scheduler " + named);
        }
        return this == DOWN ? down(symptom, inquiry) : unknown(symptom, inquiry, named);
    }

    private Ruling unknown(Symptom symptom, Inquiry inquiry, String named) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        return Ruling.confirmed(workload, Confidence.STRONG, "%s waits for a node: %s".formatted(workload, outcome))
                .claim(Claim.of("it asks for scheduler '%s'".formatted(named), new Probe.OfObject(symptom.subject())))
                .advice("take the scheduler's name out, or run that scheduler");
    }

    private Ruling down(Symptom symptom, Inquiry inquiry) {
        Optional<NodeService> dead = new NodeTrials(inquiry.trials())
                .down().stream().filter(NodeTrials::isScheduler).findFirst();
        if (dead.isPresent()) {
            ResourceRef node = ResourceRef.clusterWide(Kind.NODE, dead.get().node());
            return ruling(symptom, node, Confidence.PROVEN)
                    .claim(Claim.of(
                            "%s on %s is %s"
                                    .formatted(SERVICE, node.name(), dead.get().active()),
                            new Probe.OfTrials()));
        }
        if (placedSince(symptom, inquiry)) {
            return new Ruling.Refuted("other pods found a node since");
        }
        List<ResourceRef> heads = inquiry.all(Kind.NODE, "").stream()
                .filter(SchedulerAway::runsTheCluster)
                .map(Resource::ref)
                .toList();
        return heads.isEmpty()
                ? new Ruling.Open(
                        "no scheduler has looked at the pod", List.of("whether kube-scheduler runs, and where"))
                : ruling(symptom, heads.getFirst(), heads.size() == 1 ? Confidence.STRONG : Confidence.LIKELY);
    }

    private static boolean placedSince(Symptom symptom, Inquiry inquiry) {
        return inquiry.all(Kind.POD, "").stream()
                .filter(pod -> pod.facts() instanceof PodFacts)
                .flatMap(pod -> ((PodFacts) pod.facts()).condition("PodScheduled").stream())
                .filter(Condition::holds)
                .anyMatch(condition -> Order.of(symptom.since(), condition.since()) == Order.BEFORE);
    }

    private static boolean runsTheCluster(Resource node) {
        Map<String, String> labels = node.meta().labels();
        return ROLES.stream().anyMatch(labels::containsKey)
                || labels.getOrDefault("kubernetes.io/role", "").matches("master|control-plane");
    }

    private Ruling.Confirmed ruling(Symptom symptom, ResourceRef node, Confidence confidence) {
        return Ruling.confirmed(node, confidence, "Pods wait for a node: %s".formatted(outcome))
                .claim(Claim.of(
                        "%s waits and no scheduler has said a word".formatted(symptom.subject()),
                        new Probe.OfObject(symptom.subject())))
                .advice("look at kube-scheduler on %s and start it again".formatted(node.name()))
                .harmful("deleting the waiting pods: new ones wait as well");
    }
}
