package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The program ends by itself and says why in its last words. An exit code alone is no cause. */
final class ApplicationCrash implements Cause {

    /** That it ends is known already; such words add no reason. */
    private static final Pattern VAGUE = Pattern.compile(
            "(?:^|[\\s:\\]\"-])(?:(?:fatal|error|panic|critical)[\\s:]+)?(?:(?:main|child|worker|process|application|app|program|server|task|job|an?|the)\\s+){0,3}"
                    + "(?:(?:internal|unexpected|unknown|fatal|unhandled)\\s+)?(?:error|failure|exit(?:ed|ing)?|terminated|stopped|died|failed|crashed|aborted)"
                    + "(?:\\s+(?:unexpectedly|occurred|abnormally|with|code|status|exit|error|=?\\d{1,3}|-?1)){0,4}[.!\"'}\\s]*$",
            Pattern.CASE_INSENSITIVE);

    @Override
    public About about() {
        return About.of("application-crash", "app-crash", Ailment.CRASHING)
                .means("The program ends by itself and says why in its last words.")
                .confirmedBy("an error in the last lines of its log; an exit code alone is no cause")
                .refutedBy("never: what else would explain it comes first")
                .cure("mend what its last words complain of");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<String> complaint = LastWords.complain(OwnTrouble.ANY, symptom, inquiry)
                .filter(line -> !VAGUE.matcher(line).find());
        if (complaint.isEmpty()) {
            return new Ruling.Open(
                    "the container ends with %s and its log gives no reason".formatted(symptom.says()),
                    List.of(
                            "a log of container %s that says why it ends".formatted(symptom.part()),
                            "what changed in the application between the last good start and the first bad one"));
        }
        return Ruling.confirmed(
                        inquiry.topOwner(symptom.subject()),
                        Confidence.WEAK,
                        "Container %s ends by itself with an error of its own".formatted(symptom.part()))
                .claim(Claim.of("it ended with " + symptom.says(), new Probe.OfObject(symptom.subject())))
                .claim(Claim.tainted(
                        "its log says: " + complaint.get(), new Probe.OfLogs(symptom.subject(), symptom.part(), true)))
                .advice("mend what its last words complain of")
                .harmful("restarting: it has been restarted already");
    }
}
