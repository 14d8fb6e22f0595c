package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.List;

/** The symptom means nothing: what looked unwell is gone or was meant to go. */
final class NothingWrong implements Cause {

    @Override
    public About about() {
        return About.of("nothing-wrong", "none", Ailment.values())
                .means("The symptom means nothing: what looked unwell is gone or was meant to go.")
                .confirmedBy("never by itself")
                .refutedBy("the symptom is still there")
                .cure("nothing");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        boolean gone = inquiry.missing(symptom.subject());
        return gone
                ? new Ruling.Open("%s is gone".formatted(symptom.subject()), List.of("another look"))
                : new Ruling.Refuted("%s is still so".formatted(symptom));
    }
}
