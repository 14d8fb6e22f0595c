package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.List;

/** The cause lies where nobody can look. Never confirmed, and open as long as no other is. */
final class SomethingUnseen implements Cause {

    @Override
    public About about() {
        return About.of("something-unseen", "inconclusive", Ailment.values())
                .means("The cause lies where nobody can look.")
                .confirmedBy("never: it stays open as long as no other cause is confirmed")
                .refutedBy("never")
                .cure("look where nobody could");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        // Who is concerned is worth knowing even when the cause is not.
        inquiry.topOwner(symptom.subject());
        return new Ruling.Open("the cause may lie outside what can be seen", List.of());
    }
}
