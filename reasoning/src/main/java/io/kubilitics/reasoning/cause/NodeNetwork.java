package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;

/** The network of one node delays or loses packets: several applications on it became slow, each by itself. */
enum NodeNetwork implements Cause {
    LOSS(
            "node-network-packet-loss",
            "The network of a node loses packets.",
            "the node sends far more packets again than it did and than the others do",
            "no node sends clearly more packets again than before and than the others") {
        @Override
        Optional<ResourceRef> node(SlowStory story) {
            return story.losingNode();
        }
    },
    DELAY(
            "node-network-delay",
            "The network of a node delays packets.",
            "several applications became slow by themselves, all on one node, and no packets get lost",
            "the origins of slowness are on several nodes, or there is one alone, or packets get lost") {
        @Override
        Optional<ResourceRef> node(SlowStory story) {
            return story.losingNode().isPresent() ? Optional.empty() : story.slowNode();
        }
    };

    private final String id;
    private final String means;
    private final String shown;
    private final String refuted;

    NodeNetwork(String id, String means, String shown, String refuted) {
        this.id = id;
        this.means = means;
        this.shown = shown;
        this.refuted = refuted;
    }

    /** The node at fault, if the numbers tell this kind of fault. */
    abstract Optional<ResourceRef> node(SlowStory story);

    @Override
    public About about() {
        return About.of(id, "node-notready-common-cause", Ailment.SLOW, Ailment.PACKETS_REPEATED)
                .means(means)
                .confirmedBy(shown)
                .refutedBy(refuted)
                .cure("look at the node's interface, its cables and what shapes its traffic; move its pods away");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        SlowStory story = SlowStory.of(inquiry);
        Optional<ResourceRef> node = node(story);
        if (node.isEmpty()) {
            return new Ruling.Refuted(refuted);
        }
        double chance = story.slowdown().chance(node.get());
        boolean sure = !story.shifts().told() && (this == LOSS || chance <= 0.25);
        return Ruling.confirmed(
                        node.get(), sure ? Confidence.STRONG : Confidence.LIKELY, "%s: %s".formatted(node.get(), means))
                .claim(story.claim(shown, new Probe.OfShifts()))
                .advice(
                        "look at the node's interface, its cables and what shapes its traffic; cordon it and move its pods away")
                .harmful("restarting the slow applications on the same node: their network stays as it is");
    }
}
