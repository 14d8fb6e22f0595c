package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.LeaseFacts;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.signal.NodeTrials;
import io.kubilitics.reasoning.signal.Probes.NodeService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of the services that make a machine a node does not run. */
enum NodeServiceDown implements Cause {
    RUNTIME("containerd-unavailable", "the container runtime", "containerd"),
    KUBELET("kubelet-unavailable", "the kubelet", "kubelet"),
    PROXY("kube-proxy-unavailable", "kube-proxy", "kube-proxy"),
    SCHEDULER("kube-scheduler-unavailable", "the scheduler", "kube-scheduler");

    private final String id;
    private final String what;
    private final String service;

    NodeServiceDown(String id, String what, String service) {
        this.id = id;
        this.what = what;
        this.service = service;
    }

    @Override
    public About about() {
        return About.of(id, "node-notready-common-cause", effects())
                .means("On a node %s does not run.".formatted(what))
                .confirmedBy("the node was asked, or what it does is left undone and its own pod is unwell")
                .refutedBy("it runs")
                .cure("start it again on the node and find out why it ended");
    }

    private Ailment[] effects() {
        return switch (this) {
            case RUNTIME ->
                new Ailment[] {Ailment.NODE_SERVICE_DOWN, Ailment.NODE_NOT_READY, Ailment.SANDBOX_NOT_CREATED};
            case KUBELET -> new Ailment[] {Ailment.NODE_SERVICE_DOWN, Ailment.NODE_NOT_READY, Ailment.HEARTBEAT_STALE};
            case PROXY -> new Ailment[] {Ailment.NODE_SERVICE_DOWN, Ailment.SERVICES_NOT_REACHED};
            case SCHEDULER -> new Ailment[] {Ailment.NODE_SERVICE_DOWN, Ailment.UNSCHEDULED};
        };
    }

    private boolean isMine(NodeService asked) {
        String name = NodeTrials.name(asked);
        return this == RUNTIME ? NodeTrials.isRuntime(name) : name.equals(service);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (this == SCHEDULER && symptom.ailment() == Ailment.UNSCHEDULED && lookedAt(symptom, inquiry)) {
            return new Ruling.Refuted("the scheduler has looked at the pod");
        }
        Optional<ResourceRef> node = node(symptom, inquiry);
        Optional<NodeService> down = new NodeTrials(inquiry.trials())
                .down().stream()
                        .filter(this::isMine)
                        .filter(each ->
                                node.isEmpty() || each.node().equals(node.get().name()))
                        .findFirst();
        if (down.isPresent()) {
            return asked(down.get());
        }
        boolean asked = inquiry.trials().nodeServices().stream()
                .anyMatch(each -> isMine(each)
                        && (node.isEmpty() || each.node().equals(node.get().name())));
        return asked ? new Ruling.Refuted("%s runs".formatted(what)) : unasked(symptom, node, inquiry);
    }

    /** Of symptoms of pods it is the node they are on; the scheduler may be anywhere. */
    private Optional<ResourceRef> node(Symptom symptom, Inquiry inquiry) {
        if (symptom.subject().kind().equals(Kind.NODE)) {
            return Optional.of(symptom.subject());
        }
        return inquiry.facts(symptom.subject(), PodFacts.class)
                .map(PodFacts::node)
                .filter(name -> !name.isEmpty())
                .map(name -> ResourceRef.clusterWide(Kind.NODE, name));
    }

    private static boolean lookedAt(Symptom symptom, Inquiry inquiry) {
        return inquiry.facts(symptom.subject(), PodFacts.class)
                .map(pod -> pod.condition("PodScheduled").isPresent())
                .orElse(true);
    }

    private Ruling asked(NodeService down) {
        ResourceRef node = ResourceRef.clusterWide(Kind.NODE, down.node());
        return Ruling.confirmed(node, Confidence.PROVEN, "On %s %s does not run".formatted(node, what))
                .claim(Claim.of(
                        "asked, the node said of %s: %s".formatted(NodeTrials.name(down), down.active()),
                        new Probe.OfTrials()))
                .advice("start it again on the node (systemctl start %s) and read its journal for why it ended"
                        .formatted(NodeTrials.name(down)))
                .harmful("deleting the pods concerned: nobody starts them again until it runs");
    }

    /** Nobody asked the node: what is left undone may still tell. */
    private Ruling unasked(Symptom symptom, Optional<ResourceRef> node, Inquiry inquiry) {
        Optional<ResourceRef> told = switch (this) {
            case RUNTIME -> node.filter(ref -> runtimeAway(ref, inquiry));
            case KUBELET -> Optional.empty();
            case PROXY -> node.filter(ref -> unwellPod(inquiry, ref).isPresent());
            case SCHEDULER -> silentLease(inquiry);
        };
        return told.<Ruling>map(
                        ref -> Ruling.confirmed(ref, Confidence.STRONG, "On %s %s does not work".formatted(ref, what))
                                .claim(Claim.of(
                                        "%s, and what it should say or do is missing".formatted(symptom),
                                        new Probe.OfObject(ref)))
                                .advice("look at it on the node: its state, its journal, its pod")
                                .harmful("deleting the pods concerned: nobody starts them again until it works"))
                .orElseGet(() -> new Ruling.Open(
                        "nobody asked the node whether %s runs".formatted(what),
                        List.of("systemctl status on the node")));
    }

    /** The kubelet itself says so in the node's condition. */
    private static boolean runtimeAway(ResourceRef node, Inquiry inquiry) {
        return inquiry.facts(node, NodeFacts.class).stream()
                .flatMap(facts -> facts.conditions().stream())
                .filter(condition -> condition.is("Ready") && !condition.holds())
                .map(condition -> condition.message().toLowerCase(Locale.ROOT))
                .anyMatch(message -> message.contains("container runtime is down")
                        || message.contains("container runtime not ready")
                        || message.contains("runtime status check")
                        || message.contains("pleg is not healthy"));
    }

    private static Optional<ResourceRef> unwellPod(Inquiry inquiry, ResourceRef node) {
        return inquiry.all(Kind.POD, "kube-system").stream()
                .filter(pod -> pod.ref().name().startsWith("kube-proxy"))
                .filter(pod ->
                        pod.facts() instanceof PodFacts facts && facts.node().equals(node.name()))
                .map(Resource::ref)
                .filter(pod -> !inquiry.health(pod).isEmpty())
                .findFirst();
    }

    /** Whoever leads renews a Lease, and its holder is named after the machine. */
    private static Optional<ResourceRef> silentLease(Inquiry inquiry) {
        ResourceRef lease = ResourceRef.of(Kind.LEASE, "kube-system", "kube-scheduler");
        return inquiry.facts(lease, LeaseFacts.class)
                .flatMap(facts -> inquiry.all(Kind.NODE, "").stream()
                        .map(Resource::ref)
                        .filter(node -> facts.holder().startsWith(node.name() + "_"))
                        .filter(_ -> !inquiry.health(lease).isEmpty())
                        .findFirst());
    }
}
