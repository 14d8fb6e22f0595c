package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
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
enum NamedAndOff implements Cause {
    SUSPENDED("producer-suspended", "cron-suspended", SwitchedOff.SUSPENDED, "is suspended"),
    AT_ZERO("producer-scaled-to-zero", "scaled-to-zero", SwitchedOff.SCALED_TO_ZERO, "is scaled to zero");

    /** Shorter names stand in any text. */
    private static final int TELLING = 6;

    private static final List<Kind> KINDS = List.of(Kind.CRON_JOB, Kind.DEPLOYMENT, Kind.STATEFUL_SET);

    private final String id;
    private final String category;
    private final SwitchedOff way;
    private final String outcome;

    NamedAndOff(String id, String category, SwitchedOff way, String outcome) {
        this.id = id;
        this.category = category;
        this.way = way;
        this.outcome = outcome;
    }

    private record Named(Resource other, String line) {}

    @Override
    public About about() {
        return About.of(id, category, Ailment.NOT_READY, Ailment.CRASHING, Ailment.JOB_FAILED, Ailment.FAILING)
                .means("A program misses what another brings it, and that one %s.".formatted(outcome))
                .confirmedBy("its log names the other, and that one " + outcome)
                .refutedBy("its log names nobody who " + outcome)
                .cure("let the other run again, unless whoever switched it off still has a reason");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        List<Resource> off = KINDS.stream()
                .flatMap(kind -> inquiry.all(kind, symptom.subject().namespace()).stream())
                .filter(other -> way.off(other.facts()) && other.ref().name().length() >= TELLING)
                .toList();
        if (off.isEmpty()) {
            return new Ruling.Refuted("nobody beside it " + outcome);
        }
        List<String> log = symptom.ailment() == Ailment.FAILING
                ? List.of(symptom.says())
                : inquiry.lastWords(symptom.subject(), symptom.part());
        Optional<Named> named = off.stream().flatMap(other -> said(other, log)).findFirst();
        return named.<Ruling>map(it -> confirmed(symptom, it, inquiry))
                .orElseGet(() -> new Ruling.Refuted("its log names nobody who " + outcome));
    }

    private static Stream<Named> said(Resource other, List<String> log) {
        Pattern name =
                Pattern.compile("(?<![\\w.-])" + Pattern.quote(other.ref().name()) + "(?![\\w-])");
        return log.reversed().stream()
                .filter(line -> name.matcher(line).find())
                .limit(1)
                .map(line -> new Named(other, line));
    }

    private Ruling confirmed(Symptom symptom, Named named, Inquiry inquiry) {
        ResourceRef other = named.other().ref();
        return Ruling.confirmed(
                        other,
                        Confidence.LIKELY,
                        "%s misses what %s brings, which %s"
                                .formatted(inquiry.topOwner(symptom.subject()), other, outcome))
                .claim(Claim.of("%s %s".formatted(other, outcome), new Probe.OfObject(other)))
                .claim(LastWords.claim(named.line(), symptom))
                .advice("let %s run again, unless whoever switched it off still has a reason".formatted(other))
                .harmful("restarting %s: it misses the same".formatted(inquiry.topOwner(symptom.subject())));
    }
}
