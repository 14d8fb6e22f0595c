package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.signal.NodeTrials;
import io.kubilitics.reasoning.signal.Probes.NodeService;
import java.util.List;
import java.util.Optional;

/** On a node kube-proxy does not run: addresses of Services lead nowhere from there. */
final class ProxyDown implements Cause {

    private static final String SERVICE = "kube-proxy";

    @Override
    public About about() {
        return About.of(
                        "kube-proxy-unavailable",
                        "node-notready-common-cause",
                        Ailment.NODE_SERVICE_DOWN,
                        Ailment.SERVICES_NOT_REACHED)
                .means("On a node kube-proxy does not run: addresses of Services lead nowhere from there.")
                .confirmedBy("the node was asked, or its own kube-proxy pod is unwell")
                .refutedBy("it runs")
                .cure("start it again on the node and find out why it ended");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (symptom.ailment() == Ailment.NODE_SERVICE_DOWN && !symptom.part().equals(SERVICE)) {
            return new Ruling.Refuted("another service of the node is down");
        }
        ResourceRef node = symptom.subject();
        NodeTrials trials = new NodeTrials(inquiry.trials());
        Optional<NodeService> down = trials.down().stream()
                .filter(service -> service.node().equals(node.name()))
                .filter(service -> NodeTrials.name(service).equals(SERVICE))
                .findFirst();
        if (down.isPresent()) {
            return confirmed(node, Confidence.PROVEN)
                    .claim(Claim.of(
                            "asked, the node said of %s: %s"
                                    .formatted(SERVICE, down.get().active()),
                            new Probe.OfTrials()));
        }
        if (trials.runs(node.name(), SERVICE).isPresent()) {
            return new Ruling.Refuted("%s runs on %s".formatted(SERVICE, node));
        }
        return unwellPod(inquiry, node)
                .<Ruling>map(pod -> confirmed(node, Confidence.STRONG)
                        .claim(Claim.of("%s is unwell".formatted(pod), new Probe.OfHealth(pod))))
                .orElseGet(() -> new Ruling.Open(
                        "nobody asked the node whether %s runs".formatted(SERVICE),
                        List.of("systemctl status %s on %s".formatted(SERVICE, node.name()))));
    }

    private static Ruling.Confirmed confirmed(ResourceRef node, Confidence confidence) {
        return Ruling.confirmed(node, confidence, "On %s %s does not run".formatted(node, SERVICE))
                .advice("start it again on the node and read its journal for why it ended")
                .harmful("restarting the pods on the node: Services stay out of reach from there");
    }

    private static Optional<ResourceRef> unwellPod(Inquiry inquiry, ResourceRef node) {
        return inquiry.all(Kind.POD, "kube-system").stream()
                .filter(pod -> pod.ref().name().startsWith(SERVICE))
                .filter(pod ->
                        pod.facts() instanceof PodFacts facts && facts.node().equals(node.name()))
                .map(Resource::ref)
                .filter(pod -> !inquiry.health(pod).isEmpty())
                .findFirst();
    }
}
