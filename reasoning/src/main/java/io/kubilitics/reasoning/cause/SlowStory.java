package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.signal.Aspect;
import io.kubilitics.reasoning.signal.Overload;
import io.kubilitics.reasoning.signal.Repeats;
import io.kubilitics.reasoning.signal.Shifts;
import io.kubilitics.reasoning.signal.Shifts.App;
import io.kubilitics.reasoning.signal.Slowdown;
import io.kubilitics.reasoning.signal.Slowdown.Origin;
import java.util.Optional;

/** One story behind all slowness that was measured, as the causes that compete for it read it: who, where, and of what kind. */
record SlowStory(Shifts shifts, Slowdown slowdown) {

    /** Two origins on one node of several may be chance; so unlikely they are none. */
    private static final double CHANCE = 0.6;

    static SlowStory of(Inquiry inquiry) {
        Shifts shifts = inquiry.shifts();
        return new SlowStory(shifts, Slowdown.of(shifts));
    }

    /** The node on whose way packets get lost. */
    Optional<ResourceRef> losingNode() {
        return Slowdown.losing(shifts).map(App::ref);
    }

    /** The node that all that became slow by itself has in common. */
    Optional<ResourceRef> slowNode() {
        return slowdown.commonNode().filter(node -> slowdown.chance(node) <= CHANCE);
    }

    boolean ofNode() {
        return losingNode().isPresent() || slowNode().isPresent();
    }

    /** The one application that the symptom comes from. */
    Optional<App> culprit(Symptom symptom) {
        if (symptom.ailment() != Ailment.SLOW) {
            return shifts.app(symptom.subject());
        }
        return slowdown.behind(symptom.subject()).map(Origin::app);
    }

    /** Whether it needs so much CPU that slowness is no wonder. */
    static boolean lacksCpu(App app) {
        return Overload.of(app) || Overload.isBusier(app);
    }

    /** Whether what it sends and receives shows that packets are sent again. */
    boolean repeats(App app) {
        return Repeats.beside(app);
    }

    /** Alerts are words from outside; numbers are not. */
    Claim claim(String says, Probe source) {
        return shifts.told() ? Claim.tainted(says, source) : Claim.of(says, source);
    }

    static String rise(App app, Aspect aspect) {
        return app.jump(aspect).map(Object::toString).orElse("somewhat");
    }
}
