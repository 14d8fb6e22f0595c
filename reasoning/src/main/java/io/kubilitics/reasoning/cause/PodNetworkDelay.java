package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.signal.Aspect;
import io.kubilitics.reasoning.signal.Shifts.App;
import java.util.List;
import java.util.Optional;

/** The network of one application's pods delays what they receive and send. */
final class PodNetworkDelay implements Cause {

    @Override
    public About about() {
        return About.of("pod-network-delay", "dependency-down", Ailment.SLOW, Ailment.PACKETS_REPEATED)
                .means("The network of one application's pods delays what they receive and send.")
                .confirmedBy(
                        "it became slow before all that call it, nothing that it calls is slow, and it needs no more CPU than before")
                .refutedBy(
                        "something that it calls is slow, it lacks CPU, or all that became slow by itself runs on one node")
                .cure(
                        "look at the network of its pods: traffic shaping, fault injection, the sidecar, the node's interface");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        SlowStory story = SlowStory.of(inquiry);
        if (story.ofNode()) {
            return new Ruling.Refuted("what is slow by itself has its node in common");
        }
        Optional<App> culprit = story.culprit(symptom).filter(app -> !app.isNode());
        if (culprit.isEmpty()) {
            return new Ruling.Open(
                    "it cannot be told where the slowness begins",
                    inquiry.trials().calls().isEmpty()
                            ? List.of("who calls whom")
                            : List.of("latency of each call by caller"));
        }
        App app = culprit.get();
        if (SlowStory.lacksCpu(app)) {
            return new Ruling.Refuted("%s needs more CPU than it did".formatted(app.ref()));
        }
        return confirmed(symptom, story, app);
    }

    private static Ruling confirmed(Symptom symptom, SlowStory story, App app) {
        boolean slow = symptom.ailment() == Ailment.SLOW;
        boolean sure = slow && !story.shifts().told() && story.slowdown().isTold();
        Ruling.Confirmed confirmed = Ruling.confirmed(
                app.ref(),
                sure ? Confidence.STRONG : Confidence.LIKELY,
                slow
                        ? "%s answers late, and nothing that it calls or needs does: its network delays it"
                                .formatted(app.ref())
                        : "%s sends its packets again and again: they get delayed on their way".formatted(app.ref()));
        if (slow) {
            confirmed = confirmed
                    .claim(story.claim(
                            "its latency rose %s".formatted(SlowStory.rise(app, Aspect.LATENCY)), new Probe.OfShifts()))
                    .claim(story.claim("nothing that it calls became slow before it", new Probe.OfTrials()));
        }
        if (story.repeats(app)) {
            confirmed = confirmed.claim(story.claim(
                    "it has more packets than its requests explain: they are sent again", new Probe.OfShifts()));
        }
        return confirmed
                .advice(
                        "look at the network of its pods: traffic shaping (tc), fault injection, sidecars, its node's interface;"
                                + " recreate the pods to give them a new network")
                .harmful("scaling or restarting those who call it: they only wait");
    }
}
