package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The cause lies where nobody can look. Never confirmed, and open as long as no other is. */
final class SomethingUnseen implements Cause {

    @Override
    public String id() {
        return "something-unseen";
    }

    @Override
    public String category() {
        return "inconclusive";
    }

    @Override
    public Set<Ailment> explains() {
        return EnumSet.allOf(Ailment.class);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        // Who is concerned is worth knowing even when the cause is not.
        inquiry.topOwner(symptom.subject());
        return new Ruling.Open("the cause may lie outside what can be seen", List.of());
    }
}
