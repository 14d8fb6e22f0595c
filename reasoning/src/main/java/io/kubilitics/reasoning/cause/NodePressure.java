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
final class NodePressure implements Cause {

    private static final String OUTCOME =
            "runs, or ran, on a node that is short of memory, disk space or process numbers";
    private static final Pattern OWN = Pattern.compile(
            "ephemeral local storage usage exceeds|exceeded its local ephemeral storage limit|Usage of EmptyDir volume|"
                    + "emptyDir volume.*exceeds",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_NODE = Pattern.compile(
            "node was low on resource|node had condition|(?:Memory|Disk|PID)Pressure", Pattern.CASE_INSENSITIVE);

    @Override
    public About about() {
        return About.of(
                        "node-pressure",
                        "node-pressure",
                        Ailment.EVICTED,
                        Ailment.MEMORY_PRESSURE,
                        Ailment.DISK_PRESSURE,
                        Ailment.PID_PRESSURE,
                        Ailment.UNSCHEDULED)
                .means("A pod %s.".formatted(OUTCOME))
                .confirmedBy("the node's conditions, or what the kubelet said when it evicted the pod")
                .refutedBy("the kubelet gave another reason, or the node has enough")
                .cure("free what runs short on the node, and let pods say what they need");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        boolean own = symptom.ailment() == Ailment.EVICTED
                && OWN.matcher(symptom.says()).find();
        return own ? new Ruling.Refuted("it used more than it may itself") : ofNode(symptom, inquiry);
    }

    private Ruling ofNode(Symptom symptom, Inquiry inquiry) {
        Optional<ResourceRef> node = node(symptom, inquiry);
        Optional<Condition> shortage = node.flatMap(ref -> pressed(ref, inquiry));
        if (shortage.isPresent()) {
            Optional<NodeCulprit> culprit = NodeCulprit.of(
                    node.orElseThrow(), facts -> shortOf(facts, shortage.get().type()), symptom, inquiry);
            ResourceRef object = culprit.map(NodeCulprit::changed).orElse(node.orElseThrow());
            Ruling.Confirmed ruling = ruling(object, Confidence.PROVEN, symptom)
                    .claim(Claim.of(
                            "the node has had %s since %s"
                                    .formatted(
                                            shortage.get().type(),
                                            shortage.get().since()),
                            new Probe.OfObject(node.orElseThrow())));
            return culprit.map(found -> found.tell(ruling)).orElse(ruling);
        }
        boolean told = symptom.ailment() == Ailment.EVICTED
                && OF_NODE.matcher(symptom.says()).find();
        return told && node.isPresent()
                ? ruling(node.get(), Confidence.LIKELY, symptom)
                        .claim(Claim.tainted(
                                "the kubelet says: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                : new Ruling.Refuted("no node that it needs is short of anything");
    }

    private static boolean shortOf(NodeFacts node, String condition) {
        return node.conditions().stream().anyMatch(each -> each.is(condition) && each.holds());
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
        return Ruling.confirmed(object, confidence, "%s: it %s".formatted(symptom.subject(), OUTCOME))
                .advice(about().cure())
                .harmful("restarting the evicted pods: they meet the same shortage");
    }
}
