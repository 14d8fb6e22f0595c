package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.Set;

/** One way in which things go wrong. Knows no case, only what would show that it is at work and what would show that it is not. */
public interface Cause {

    About about();

    /** A pure function of the symptom and of what was found; asked again whenever more was found. */
    Ruling judge(Symptom symptom, Inquiry inquiry);

    /** Public: kebab-case, never renamed. */
    default String id() {
        return about().id();
    }

    /** The family it belongs to, as answers name it. */
    default String category() {
        return about().category();
    }

    /** What it may be the reason for. */
    default Set<Ailment> explains() {
        return about().explains();
    }
}
