package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.Optional;

/** The credentials in a Secret were changed, and are not, or are no longer, those that are asked for. */
final class SecretRotated implements Cause {

    @Override
    public About about() {
        return About.of("secret-rotated", "secret-invalid", Ailment.CRASHING, Ailment.NOT_READY)
                .means("The credentials in a Secret were changed, and are not those that are asked for.")
                .confirmedBy(
                        "a log says that credentials were not accepted, and a Secret that the pod reads changed before")
                .refutedBy("nobody complains of credentials, or no Secret changed")
                .cure("bring the Secret and whoever asks for the credentials together again");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<String> said = LastWords.complain(OwnTrouble.NOT_LOGGED_IN, symptom, inquiry);
        if (said.isEmpty()) {
            return new Ruling.Refuted("nobody complains of credentials");
        }
        Optional<Edited> changed = LastWords.sources(symptom, inquiry)
                .filter(source -> source.kind().equals(Kind.SECRET))
                .flatMap(source -> Recent.change(source, symptom, inquiry, _ -> true).stream())
                .findFirst();
        return changed.<Ruling>map(change -> Ruling.confirmed(
                                change.ref(),
                                Confidence.STRONG,
                                "The credentials in %s were changed and are not accepted".formatted(change.ref()))
                        .claim(Recent.claim(change))
                        .claim(LastWords.claim(said.get(), symptom))
                        .advice("bring the Secret and whoever asks for the credentials together again")
                        .harmful("restarting: the next container has the same credentials"))
                .orElseGet(() -> new Ruling.Refuted("no Secret that it reads is known to have changed"));
    }
}
