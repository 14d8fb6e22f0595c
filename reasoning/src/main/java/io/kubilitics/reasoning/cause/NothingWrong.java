package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The symptom means nothing: what looked unwell is gone or was meant to go. */
final class NothingWrong implements Cause {

    @Override
    public String id() {
        return "nothing-wrong";
    }

    @Override
    public String category() {
        return "none";
    }

    @Override
    public Set<Ailment> explains() {
        return EnumSet.allOf(Ailment.class);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        boolean gone = inquiry.missing(symptom.subject());
        return gone
                ? new Ruling.Open("%s is gone".formatted(symptom.subject()), List.of("another look"))
                : new Ruling.Refuted("%s is still so".formatted(symptom));
    }
}
