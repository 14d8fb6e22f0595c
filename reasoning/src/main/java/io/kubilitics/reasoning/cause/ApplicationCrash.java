package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The program ends by itself and says why in its last words. An exit code alone is no cause. */
final class ApplicationCrash implements Cause {

    private static final List<String> SIGNS =
            List.of("fatal", "panic", "exception", "error", "cannot", "failed", "refused", "denied");

    @Override
    public String id() {
        return "application-crash";
    }

    @Override
    public String category() {
        return "app-crash";
    }

    @Override
    public Set<Ailment> explains() {
        return Set.of(Ailment.CRASHING);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        List<String> words = inquiry.lastWords(symptom.subject(), symptom.part());
        Optional<String> complaint = words.reversed().stream()
                .filter(line -> SIGNS.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains))
                .findFirst();
        if (complaint.isEmpty()) {
            return new Ruling.Open(
                    "the container ends with %s and its log gives no reason".formatted(symptom.says()),
                    List.of(
                            "a log of container %s that says why it ends".formatted(symptom.part()),
                            "what changed in the application between the last good start and the first bad one"));
        }
        return new Ruling.Confirmed(
                inquiry.topOwner(symptom.subject()),
                Confidence.WEAK,
                "Container %s ends by itself with an error of its own".formatted(symptom.part()),
                List.of(
                        Claim.of("it ended with " + symptom.says(), new Probe.OfObject(symptom.subject())),
                        Claim.tainted(
                                "its log says: " + complaint.get(),
                                new Probe.OfLogs(symptom.subject(), symptom.part(), true))),
                Optional.empty(),
                List.of("restarting: it has been restarted already"));
    }
}
