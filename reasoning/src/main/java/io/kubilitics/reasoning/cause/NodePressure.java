package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.fit.Obstacle;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;
import java.util.regex.Pattern;

/** A pod was thrown off its node, or is kept off it, because something runs short there. */
enum NodePressure implements Cause {
    OWN_DISK("ephemeral-storage-exceeded", "ephemeral-storage", "used more local disk space than it may"),
    NODE(
            "node-pressure",
            "node-pressure",
            "runs, or ran, on a node that is short of memory, disk space or process numbers");

    private static final Pattern OWN = Pattern.compile(
            "ephemeral local storage usage exceeds|exceeded its local ephemeral storage limit|Usage of EmptyDir volume|"
                    + "emptyDir volume.*exceeds",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_NODE = Pattern.compile(
            "node was low on resource|node had condition|(?:Memory|Disk|PID)Pressure", Pattern.CASE_INSENSITIVE);

    private final String id;
    private final String category;
    private final String outcome;

    NodePressure(String id, String category, String outcome) {
        this.id = id;
        this.category = category;
        this.outcome = outcome;
    }

    @Override
    public About about() {
        return this == OWN_DISK
                ? page(Ailment.EVICTED)
                : page(
                        Ailment.EVICTED,
                        Ailment.MEMORY_PRESSURE,
                        Ailment.DISK_PRESSURE,
                        Ailment.PID_PRESSURE,
                        Ailment.UNSCHEDULED);
    }

    private About page(Ailment... explains) {
        return About.of(id, category, explains)
                .means("A pod %s.".formatted(outcome))
                .confirmedBy("the node's conditions, or what the kubelet said when it evicted the pod")
                .refutedBy("the kubelet gave another reason, or the node has enough")
                .cure(
                        this == OWN_DISK
                                ? "give the pod more local disk space, or let it write less"
                                : "free what runs short on the node, and let pods say what they need");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        boolean own = symptom.ailment() == Ailment.EVICTED
                && OWN.matcher(symptom.says()).find();
        if (this == OWN_DISK) {
            return own
                    ? ruling(inquiry.topOwner(symptom.subject()), Confidence.STRONG, symptom)
                            .claim(Claim.tainted(
                                    "the kubelet says: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                    : new Ruling.Refuted("the kubelet gave another reason");
        }
        return own ? new Ruling.Refuted("it used more than it may itself") : ofNode(symptom, inquiry);
    }

    private Ruling ofNode(Symptom symptom, Inquiry inquiry) {
        Optional<ResourceRef> node = node(symptom, inquiry);
        Optional<Condition> shortage = node.flatMap(ref -> pressed(ref, inquiry));
        if (shortage.isPresent()) {
            return ruling(node.orElseThrow(), Confidence.PROVEN, symptom)
                    .claim(Claim.of(
                            "the node has had %s since %s"
                                    .formatted(
                                            shortage.get().type(),
                                            shortage.get().since()),
                            new Probe.OfObject(node.orElseThrow())));
        }
        boolean told = symptom.ailment() == Ailment.EVICTED
                && OF_NODE.matcher(symptom.says()).find();
        return told && node.isPresent()
                ? ruling(node.get(), Confidence.LIKELY, symptom)
                        .claim(Claim.tainted(
                                "the kubelet says: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                : new Ruling.Refuted("no node that it needs is short of anything");
    }

    private static Optional<Condition> pressed(ResourceRef node, Inquiry inquiry) {
        return inquiry.facts(node, NodeFacts.class).stream()
                .flatMap(facts -> facts.conditions().stream())
                .filter(condition -> condition.type().endsWith("Pressure") && condition.holds())
                .findFirst();
    }

    private static Optional<ResourceRef> node(Symptom symptom, Inquiry inquiry) {
        return switch (symptom.ailment()) {
            case EVICTED ->
                inquiry.facts(symptom.subject(), PodFacts.class)
                        .map(PodFacts::node)
                        .filter(name -> !name.isEmpty())
                        .map(name -> ResourceRef.clusterWide(Kind.NODE, name));
            case UNSCHEDULED ->
                Optional.of(Placing.of(symptom, inquiry))
                        .filter(placing -> placing.decisive()
                                .filter(Obstacle.NODE_UNWELL::equals)
                                .isPresent())
                        .flatMap(placing -> placing.nodes().stream()
                                .filter(ref -> pressed(ref, inquiry).isPresent())
                                .findFirst());
            default -> Optional.of(symptom.subject());
        };
    }

    private Ruling.Confirmed ruling(ResourceRef object, Confidence confidence, Symptom symptom) {
        return Ruling.confirmed(object, confidence, "%s: it %s".formatted(symptom.subject(), outcome))
                .advice(about().cure())
                .harmful("restarting the evicted pods: they meet the same shortage");
    }
}
