package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A program fails with an error of its own since a ConfigMap or Secret that it reads was changed. Less sure than a log that names
 * the setting, surer than an error alone.
 */
enum SettingsRegression implements Cause {
    SECRET("secret-change-regression", "secret-invalid", "Secret"),
    CONFIG_MAP("config-change-regression", "config-value-invalid", "ConfigMap");

    /** Two changes so close to each other cannot be told apart by what came after. */
    private static final Duration TOGETHER = Duration.ofMinutes(10);

    private final String id;
    private final String category;
    private final String kind;

    SettingsRegression(String id, String category, String kind) {
        this.id = id;
        this.category = category;
        this.kind = kind;
    }

    @Override
    public About about() {
        return About.of(id, category, Ailment.CRASHING, Ailment.NOT_READY, Ailment.FAILING)
                .means("A program fails since a %s that it reads was changed.".formatted(kind))
                .confirmedBy("its last words are an error of its own, and it worked until the change")
                .refutedBy("nothing that it reads changed, or it failed before, or it names somebody else who is away")
                .cure("take back what was changed, then look at the value");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Edited> change = LastWords.sources(symptom, inquiry)
                .filter(source -> source.kind().name().equals(kind))
                .flatMap(source -> Recent.change(source, symptom, inquiry, edit -> edit.topic() == Topic.KEY).stream())
                .reduce((one, other) -> other.at().isAfter(one.at()) ? other : one);
        if (change.isEmpty()) {
            return new Ruling.Refuted("nothing that it reads is known to have changed");
        }
        Optional<Claim> words = words(symptom, inquiry);
        return words.isPresent() && madeTheDifference(change.get(), symptom, inquiry)
                ? confirmed(change.get(), words.get(), symptom, inquiry)
                : new Ruling.Refuted("the change is not known to have made the difference");
    }

    private static Ruling confirmed(Edited change, Claim words, Symptom symptom, Inquiry inquiry) {
        return Ruling.confirmed(
                        change.ref(),
                        Confidence.LIKELY,
                        "%s fails since %s was changed".formatted(inquiry.topOwner(symptom.subject()), change.ref()))
                .claim(Recent.claim(change))
                .claim(words)
                .advice("take back the change of %s".formatted(change.edit().words()))
                .harmful("restarting: the next container reads the same settings");
    }

    /** What it says itself; what others say of it is no error of its own. */
    private static Optional<Claim> words(Symptom symptom, Inquiry inquiry) {
        Optional<String> line = symptom.ailment() == Ailment.FAILING
                ? Optional.of(symptom.says())
                : OwnTrouble.ANY.last(inquiry.lastWords(symptom.subject(), symptom.part()));
        return line.map(said -> LastWords.claim(said, symptom));
    }

    private static boolean madeTheDifference(Edited change, Symptom symptom, Inquiry inquiry) {
        if (symptom.ailment() == Ailment.FAILING && !Recent.soonAfter(change, symptom)) {
            return false;
        }
        boolean rolled = Recent.ofTemplate(inquiry.topOwner(symptom.subject()), symptom, inquiry)
                .filter(other -> other.at().isAfter(change.at().minus(TOGETHER)) && other.topic() != Topic.ENVIRONMENT)
                .isPresent();
        boolean ofPeer = inquiry.complaints(symptom.subject()).stream()
                .anyMatch(complaint -> complaint.grievance().ofNetwork());
        return !rolled && !ofPeer && workedUntil(change.at(), symptom, inquiry);
    }

    /** Its pod was made after the change, or its container has ended only since. */
    private static boolean workedUntil(Instant change, Symptom symptom, Inquiry inquiry) {
        return symptom.ailment() != Ailment.CRASHING
                || inquiry.object(symptom.subject())
                        .filter(pod -> pod.meta().created().isAfter(change)
                                || (pod.facts() instanceof PodFacts facts
                                        && facts.statuses().stream()
                                                .filter(status -> status.name().equals(symptom.part()))
                                                .anyMatch(status -> status.lastEnd()
                                                        .filter(end -> end.at().isAfter(change))
                                                        .isPresent())))
                        .isPresent();
    }
}
