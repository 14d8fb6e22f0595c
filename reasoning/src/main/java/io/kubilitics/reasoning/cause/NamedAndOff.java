package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.CronJobFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program says that it misses the work of another, by name, and that one is suspended. */
final class NamedAndOff implements Cause {

    /** Shorter names stand in any text. */
    private static final int TELLING = 6;

    private record Named(Resource other, String line) {}

    @Override
    public About about() {
        return About.of("producer-suspended", "cron-suspended", Ailment.NOT_READY, Ailment.CRASHING, Ailment.JOB_FAILED)
                .means("A program misses what another brings it from time to time, and that one is suspended.")
                .confirmedBy("its log names the other, and that one is suspended")
                .refutedBy("its log names nobody who is suspended")
                .cure("let the other run again, unless whoever suspended it still has a reason");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        List<Resource> off = inquiry.all(Kind.CRON_JOB, symptom.subject().namespace()).stream()
                .filter(other -> suspended(other.facts()) && other.ref().name().length() >= TELLING)
                .toList();
        if (off.isEmpty()) {
            return new Ruling.Refuted("nobody beside it is suspended");
        }
        List<String> log = inquiry.lastWords(symptom.subject(), symptom.part());
        Optional<Named> named = off.stream().flatMap(other -> said(other, log)).findFirst();
        return named.<Ruling>map(it -> confirmed(symptom, it, inquiry))
                .orElseGet(() -> new Ruling.Refuted("its log names nobody who is suspended"));
    }

    private static boolean suspended(Facts facts) {
        return facts instanceof CronJobFacts cron && cron.suspended();
    }

    private static Stream<Named> said(Resource other, List<String> log) {
        Pattern name =
                Pattern.compile("(?<![\\w.-])" + Pattern.quote(other.ref().name()) + "(?![\\w-])");
        return log.reversed().stream()
                .filter(line -> name.matcher(line).find())
                .limit(1)
                .map(line -> new Named(other, line));
    }

    private static Ruling confirmed(Symptom symptom, Named named, Inquiry inquiry) {
        ResourceRef other = named.other().ref();
        return Ruling.confirmed(
                        other,
                        Confidence.LIKELY,
                        "%s misses what %s brings, which is suspended"
                                .formatted(inquiry.topOwner(symptom.subject()), other))
                .claim(Claim.of("%s is suspended".formatted(other), new Probe.OfObject(other)))
                .claim(LastWords.claim(named.line(), symptom))
                .advice("let %s run again, unless whoever suspended it still has a reason".formatted(other))
                .harmful("restarting %s: it misses the same".formatted(inquiry.topOwner(symptom.subject())));
    }
}
