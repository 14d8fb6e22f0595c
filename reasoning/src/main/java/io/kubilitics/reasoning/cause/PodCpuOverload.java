package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.signal.Aspect;
import io.kubilitics.reasoning.signal.Overload;
import io.kubilitics.reasoning.signal.Shifts.App;
import java.util.List;
import java.util.Optional;

/** Something in an application's pods burns CPU for no request, until the limit holds them back. */
final class PodCpuOverload implements Cause {

    @Override
    public About about() {
        return About.of("pod-cpu-overload", "app-crash", Ailment.OVERLOADED, Ailment.SLOW)
                .means("Something in an application's pods burns CPU for no request, until the limit holds them back.")
                .confirmedBy("its CPU is far above its own past, more than its requests explain, and it is throttled")
                .refutedBy("it needs no more CPU than before, or as much more as it has more requests")
                .cure("find out what runs in its pods; restart them, or raise the limit if the work is wanted");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        SlowStory story = SlowStory.of(inquiry);
        Optional<App> culprit = story.culprit(symptom);
        if (culprit.isEmpty()) {
            return new Ruling.Open("it cannot be told where the slowness begins", List.of("who calls whom"));
        }
        App app = culprit.get();
        if (!SlowStory.lacksCpu(app)) {
            return new Ruling.Refuted("%s needs no more CPU than before for its requests".formatted(app.ref()));
        }
        boolean heldBack = Overload.of(app);
        return Ruling.confirmed(
                        app.ref(),
                        heldBack && !story.shifts().told() ? Confidence.STRONG : Confidence.LIKELY,
                        "%s uses up its CPU, and not for more requests".formatted(app.ref()))
                .claim(story.claim(
                        "its CPU rose %s, more than its requests did".formatted(SlowStory.rise(app, Aspect.CPU)),
                        new Probe.OfShifts()))
                .claim(story.claim(
                        heldBack ? "it is held back by its limit" : "it became slow at the same time",
                        new Probe.OfShifts()))
                .advice("find out what runs in its pods; restart them, or raise the CPU limit if the work is wanted")
                .harmful("scaling those who call it: they only wait");
    }
}
