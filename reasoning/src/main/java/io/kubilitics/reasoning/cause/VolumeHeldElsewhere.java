package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A volume that only one node may have at a time cannot be attached where a pod needs it. */
final class VolumeHeldElsewhere implements Cause {

    private static final Pattern SIGN = Pattern.compile(
            "Multi-Attach error|already (?:used by pod|exclusively attached|attached to (?:another|node|instance))|"
                    + "AttachVolume\\.Attach failed|volume attachment is being deleted",
            Pattern.CASE_INSENSITIVE);

    @Override
    public About about() {
        return About.of(
                        "volume-attach-failed",
                        "volume-attach-failed",
                        Ailment.VOLUME_NOT_MOUNTED,
                        Ailment.NOT_STARTING,
                        Ailment.VOLUME_NOT_ATTACHED)
                .means(
                        "A volume cannot be attached to the node where a pod needs it, mostly because another node has it.")
                .confirmedBy("what the attaching controller said, and a pod on another node that has the same claim")
                .refutedBy("nobody said so")
                .cure(
                        "end the pod that has the volume elsewhere; if its node is dead, say so to the cluster by the out-of-service taint");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<String> said = Stream.concat(
                        Stream.of(symptom.says()),
                        inquiry.events(symptom.subject()).stream()
                                .filter(EventNote::warning)
                                .map(EventNote::message))
                .filter(words -> SIGN.matcher(words).find())
                .findFirst();
        boolean attachment = symptom.ailment() == Ailment.VOLUME_NOT_ATTACHED;
        if (said.isEmpty() && !(attachment && !symptom.says().isEmpty())) {
            return new Ruling.Refuted("nobody said that the volume cannot be attached");
        }
        return attachment
                ? confirmed(symptom.subject(), Confidence.LIKELY, symptom, symptom.says())
                : ofPod(symptom, inquiry, said.orElse(symptom.says()));
    }

    private static Ruling ofPod(Symptom symptom, Inquiry inquiry, String said) {
        List<ResourceRef> claims = inquiry.to(symptom.subject(), Relation.Type.MOUNTS).stream()
                .filter(ref -> ref.kind().equals(Kind.CLAIM))
                .toList();
        Optional<Resource> holder = holder(symptom.subject(), claims, inquiry);
        Optional<ResourceRef> dead = holder.map(VolumeHeldElsewhere::node)
                .filter(node -> inquiry.facts(node, NodeFacts.class)
                        .filter(facts -> !facts.ready())
                        .isPresent());
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Ruling.Confirmed ruling = confirmed(
                dead.orElse(claims.isEmpty() ? workload : claims.getFirst()),
                holder.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                symptom,
                said);
        return holder.map(other -> ruling.claim(Claim.of(
                        "%s on %s has the volume".formatted(other.ref(), node(other)),
                        new Probe.OfObject(other.ref()))))
                .orElse(ruling);
    }

    /** A pod on another node that has one of the claims. */
    private static Optional<Resource> holder(ResourceRef pod, List<ResourceRef> claims, Inquiry inquiry) {
        String here = inquiry.facts(pod, PodFacts.class).map(PodFacts::node).orElse("");
        return claims.stream()
                .flatMap(claim -> inquiry.from(claim, Relation.Type.MOUNTS).stream())
                .filter(other -> !other.equals(pod))
                .flatMap(other -> inquiry.object(other).stream())
                .filter(other -> other.facts() instanceof PodFacts facts
                        && !facts.node().isEmpty()
                        && !facts.node().equals(here)
                        && !facts.finished())
                .findFirst();
    }

    private static ResourceRef node(Resource pod) {
        return ResourceRef.clusterWide(Kind.NODE, ((PodFacts) pod.facts()).node());
    }

    private static Ruling.Confirmed confirmed(ResourceRef object, Confidence confidence, Symptom symptom, String said) {
        return Ruling.confirmed(object, confidence, "A volume cannot be attached for %s".formatted(symptom.subject()))
                .claim(Claim.tainted("the cluster says: " + said, new Probe.OfEvents(symptom.subject())))
                .advice("see that the pod that has the volume ends; two nodes cannot have it at once")
                .harmful("detaching the volume by force while a pod writes to it: its data may be damaged");
    }
}
