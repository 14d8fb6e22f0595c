package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.fit.Obstacle;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A pod finds no node, told apart by the one obstacle that, lifted, would let it run somewhere. */
enum Misplacement implements Cause {
    NODE_SELECTOR("node-selector-mismatch", Obstacle.NODE_SELECTOR, "asks for node labels that no node has together"),
    NODE_AFFINITY("node-affinity-mismatch", Obstacle.NODE_AFFINITY, "demands by node affinity what no node offers"),
    VOLUME("volume-node-mismatch", Obstacle.VOLUME_ELSEWHERE, "has a volume that can be reached from other nodes only"),
    CORDON("node-cordon-mismatch", Obstacle.CORDONED, "could only run on nodes that are cordoned"),
    TAINT(
            "taint-toleration-mismatch",
            Obstacle.TAINTED,
            "could only run on nodes with a taint that it does not tolerate"),
    CPU("cpu-capacity-mismatch", Obstacle.CPU, "asks for more cpu than any node has left"),
    MEMORY("memory-capacity-mismatch", Obstacle.MEMORY, "asks for more memory than any node has left"),
    RESOURCE(
            "resource-capacity-mismatch", Obstacle.OTHER_RESOURCE, "asks for more of something than any node has left"),
    HOST_PORT("host-port-conflict", Obstacle.HOST_PORT, "wants a port of the node that others hold already"),
    ANTI_AFFINITY(
            "pod-anti-affinity-conflict",
            Obstacle.ANTI_AFFINITY,
            "must not run beside pods that are everywhere it could go"),
    POD_AFFINITY("pod-affinity-mismatch", Obstacle.POD_AFFINITY, "must run beside pods that run nowhere it could go"),
    SPREAD(
            "topology-spread-conflict",
            Obstacle.SPREAD,
            "must be spread more evenly than the nodes it could go to allow");

    private static final Set<Obstacle> SHORT = Set.of(Obstacle.CPU, Obstacle.MEMORY, Obstacle.OTHER_RESOURCE);

    private final String id;
    private final Obstacle obstacle;
    private final String outcome;

    Misplacement(String id, Obstacle obstacle, String outcome) {
        this.id = id;
        this.obstacle = obstacle;
        this.outcome = outcome;
    }

    @Override
    public About about() {
        return About.of(id, "scheduling-unsatisfiable", Ailment.UNSCHEDULED)
                .means("A pod finds no node: it %s.".formatted(outcome))
                .confirmedBy("tried on every node, this is what stands in the way where nothing else does")
                .refutedBy("something else does, or a node would take the pod")
                .cure(
                        obstacle == Obstacle.CORDONED
                                ? "uncordon a node when its maintenance is over"
                                : "let the pod ask for what nodes have, or give a node what it asks for");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Placing placing = Placing.of(symptom, inquiry);
        if (placing.decisive().isEmpty()) {
            return inquiry.unavailable().isEmpty()
                    ? new Ruling.Refuted("a node would take the pod")
                    : new Ruling.Open("the nodes cannot be seen", inquiry.unavailable());
        }
        if (SHORT.contains(obstacle) && Preempted.happened(symptom, inquiry)) {
            return new Ruling.Refuted("it had its place until it was pushed off");
        }
        if (SHORT.contains(obstacle) && NoSupply.of(symptom, inquiry).isPresent()) {
            return new Ruling.Refuted("nodes would have it, if whoever brings it did his work");
        }
        if (obstacle == Obstacle.TAINTED && TaintNotLifted.by(symptom, inquiry).isPresent()) {
            return new Ruling.Refuted("nodes would have it, if whoever fits them out did his work");
        }
        return placing.decisive().get() == obstacle
                ? confirmed(symptom, inquiry, placing)
                : new Ruling.Refuted("what keeps it from running is another obstacle");
    }

    private Ruling confirmed(Symptom symptom, Inquiry inquiry, Placing placing) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        PlacementDetail detail = new PlacementDetail(symptom, inquiry, workload);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        object(workload, inquiry, placing),
                        placing.confidence(),
                        "%s finds no node: it %s".formatted(workload, outcome))
                .claim(Claim.of(detail.words(obstacle, placing.nodes()), new Probe.OfFit(symptom.subject())))
                .remedy(detail.remedy(obstacle))
                .advice(detail.advice(obstacle, placing.nodes()))
                .harmful("deleting the pods: the next ones find no node either");
        return placing.told()
                ? ruling.claim(
                        Claim.tainted("the scheduler says: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                : ruling;
    }

    /** Where one node keeps several workloads out, the node is what they have in common. */
    private ResourceRef object(ResourceRef workload, Inquiry inquiry, Placing placing) {
        boolean refused = obstacle == Obstacle.CORDONED || obstacle == Obstacle.TAINTED;
        return refused && placing.nodes().size() == 1 && waiting(inquiry).size() > 1
                ? placing.nodes().getFirst()
                : workload;
    }

    private Set<ResourceRef> waiting(Inquiry inquiry) {
        List<ResourceRef> pods = inquiry.all(Kind.POD, "").stream()
                .filter(pod -> pod.facts() instanceof PodFacts facts
                        && facts.node().isEmpty()
                        && facts.condition("PodScheduled")
                                .map(condition -> SchedulerWords.reasons(condition.message())
                                        .containsKey(obstacle))
                                .orElse(false))
                .map(pod -> pod.ref())
                .toList();
        return pods.stream().map(inquiry::topOwner).collect(Collectors.toSet());
    }
}
