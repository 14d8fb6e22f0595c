package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.fit.Obstacle;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.signal.NodeTrials;
import io.kubilitics.reasoning.signal.Probes.NodeService;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A node does not work, and with it all that runs there; told apart by what the node, or its silence, says. */
enum NodeDown implements Cause {
    RUNTIME(
            "containerd-unavailable",
            "its container runtime does not answer",
            "container runtime (?:is down|status check)|PLEG is not healthy|(?:containerd|crio|cri-dockerd|dockershim)\\S*\\.sock",
            "containerd|cri-?o|docker"),
    NETWORK(
            "node-network-plugin-unavailable",
            "its network plugin is not ready",
            "NetworkPluginNotReady|network plugin|cni (?:plugin|config)",
            ""),
    KUBELET(
            "kubelet-unavailable",
            "its kubelet gives no sign of life",
            "stopped posting node status|NodeStatusUnknown|NodeStatusNeverUpdated",
            "kubelet"),
    OTHER("node-not-ready", "it is not ready", "", "");

    private final String id;
    private final String outcome;
    private final Pattern sign;
    private final Pattern service;

    NodeDown(String id, String outcome, String sign, String service) {
        this.id = id;
        this.outcome = outcome;
        this.sign = Pattern.compile(sign, Pattern.CASE_INSENSITIVE);
        this.service = Pattern.compile(service);
    }

    @Override
    public About about() {
        return About.of(
                        id,
                        "node-notready-common-cause",
                        Ailment.NODE_NOT_READY,
                        Ailment.NODE_SERVICE_DOWN,
                        Ailment.HEARTBEAT_STALE,
                        Ailment.UNSCHEDULED,
                        Ailment.SANDBOX_NOT_CREATED,
                        Ailment.VOLUME_NOT_MOUNTED,
                        Ailment.DELETION_STUCK,
                        Ailment.VOLUME_NOT_ATTACHED)
                .means("A node does not work, and with it all that runs there: %s.".formatted(outcome))
                .confirmedBy("the node's own conditions and lease, and the state of its services where somebody looked")
                .refutedBy("the node works, or says something else")
                .cure("mend the node's service, or replace the node");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (symptom.ailment() == Ailment.NODE_SERVICE_DOWN
                && family(symptom.part()).filter(this::equals).isEmpty()) {
            return new Ruling.Refuted("another service of the node is down");
        }
        return node(symptom, inquiry)
                .map(node -> judge(node, symptom, inquiry))
                .orElseGet(() -> new Ruling.Refuted("no node that does not work is behind it"));
    }

    private static Optional<ResourceRef> node(Symptom symptom, Inquiry inquiry) {
        ResourceRef subject = symptom.subject();
        if (subject.kind().equals(Kind.NODE)) {
            boolean works = symptom.ailment() == Ailment.DELETION_STUCK
                    && inquiry.facts(subject, NodeFacts.class)
                            .filter(NodeFacts::ready)
                            .isPresent();
            return works ? Optional.empty() : Optional.of(subject);
        }
        Optional<ResourceRef> node = switch (symptom.ailment()) {
            case UNSCHEDULED ->
                Optional.of(Placing.of(symptom, inquiry))
                        .filter(placing -> placing.decisive()
                                .filter(Obstacle.NODE_UNWELL::equals)
                                .isPresent())
                        .flatMap(placing -> placing.nodes().stream().findFirst());
            case VOLUME_NOT_ATTACHED ->
                Optional.of(symptom.part())
                        .filter(name -> !name.isEmpty())
                        .map(name -> ResourceRef.clusterWide(Kind.NODE, name));
            default ->
                inquiry.facts(subject, PodFacts.class)
                        .map(PodFacts::node)
                        .filter(name -> !name.isEmpty())
                        .map(name -> ResourceRef.clusterWide(Kind.NODE, name));
        };
        return node.filter(ref -> inquiry.facts(ref, NodeFacts.class)
                .filter(facts -> !facts.ready())
                .isPresent());
    }

    private Ruling judge(ResourceRef node, Symptom symptom, Inquiry inquiry) {
        Optional<NodeService> dead = new NodeTrials(inquiry.trials())
                .down().stream()
                        .filter(service -> service.node().equals(node.name()))
                        .filter(service -> family(service.service()).isPresent())
                        .findFirst();
        if (dead.isPresent()) {
            return family(dead.get().service()).filter(this::equals).isPresent()
                    ? ruling(node, symptom, Confidence.PROVEN)
                            .claim(Claim.of(
                                    "%s on %s is %s"
                                            .formatted(
                                                    dead.get().service(),
                                                    node.name(),
                                                    dead.get().active()),
                                    new Probe.OfTrials()))
                    : new Ruling.Refuted("another service of the node is down");
        }
        String words = words(node, symptom, inquiry);
        NodeDown told = Stream.of(RUNTIME, NETWORK, KUBELET)
                .filter(cause -> cause.sign.matcher(words).find())
                .findFirst()
                .orElse(symptom.ailment() == Ailment.HEARTBEAT_STALE ? KUBELET : OTHER);
        if (told != this) {
            return new Ruling.Refuted("the node says something else");
        }
        Claim says = Claim.tainted("the node says: " + words.strip(), new Probe.OfObject(node));
        return alike(node, says, symptom, inquiry);
    }

    /** Of several nodes that fail alike what they have in common is at fault, if anything was changed of it. */
    private Ruling alike(ResourceRef node, Claim says, Symptom symptom, Inquiry inquiry) {
        if (this == NETWORK) {
            return ruling(plugin(node, inquiry).orElse(node), symptom, Confidence.STRONG)
                    .claim(says);
        }
        return NodeCulprit.of(node, facts -> !facts.ready(), symptom, inquiry)
                .map(culprit -> culprit.tell(
                        ruling(culprit.changed(), symptom, Confidence.STRONG).claim(says)))
                .orElseGet(() -> ruling(node, symptom, Confidence.STRONG).claim(says));
    }

    /** Network plugins come as DaemonSets; one that fails on the node is why there is no network. */
    private static Optional<ResourceRef> plugin(ResourceRef node, Inquiry inquiry) {
        return inquiry.from(node, Relation.Type.SCHEDULED_ON).stream()
                .filter(pod ->
                        pod.namespace().endsWith("-system") || pod.namespace().contains("cni"))
                .filter(pod -> !inquiry.health(pod).isEmpty())
                .map(inquiry::topOwner)
                .filter(owner -> owner.kind().equals(Kind.DAEMON_SET))
                .findFirst()
                .map(owner -> settings(owner, inquiry).orElse(owner));
    }

    /** What the plugin reads and somebody changed: nodes take it in only when they begin anew, so it may be long ago. */
    private static Optional<ResourceRef> settings(ResourceRef plugin, Inquiry inquiry) {
        return Settings.of(plugin, Kind.CONFIG_MAP, inquiry)
                .filter(source -> inquiry.changes(source).edits().findAny().isPresent())
                .findFirst();
    }

    private static Optional<NodeDown> family(String service) {
        return Stream.of(RUNTIME, KUBELET)
                .filter(cause -> cause.service.matcher(service).find())
                .findFirst();
    }

    private static String words(ResourceRef node, Symptom symptom, Inquiry inquiry) {
        Stream<String> ready =
                inquiry.facts(node, NodeFacts.class).map(NodeFacts::conditions).orElse(List.of()).stream()
                        .filter(condition -> condition.is("Ready") && !condition.holds())
                        .flatMap((Condition condition) -> Stream.of(condition.reason(), condition.message()));
        Stream<String> events = inquiry.events(node).stream()
                .filter(event -> event.warning() && event.reason().endsWith("GCFailed"))
                .map(EventNote::message);
        String own = symptom.subject().equals(node) ? symptom.says() : "";
        return String.join(
                " ",
                Stream.of(ready, events, Stream.of(own))
                        .flatMap(words -> words)
                        .distinct()
                        .toList());
    }

    private Ruling.Confirmed ruling(ResourceRef node, Symptom symptom, Confidence confidence) {
        String what =
                node.kind().equals(Kind.NODE) ? "%s does not work: %s" : "%s does not work, and nodes need it: %s";
        return Ruling.confirmed(node, confidence, what.formatted(node, outcome))
                .claim(Claim.of(symptom.toString(), new Probe.OfObject(symptom.subject())))
                .advice("look at the services of %s, and replace it if it does not come back".formatted(node))
                .harmful("restarting the workloads: what is wrong is the node");
    }
}
