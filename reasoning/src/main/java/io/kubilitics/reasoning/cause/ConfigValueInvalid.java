package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.time.Order;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program does not start with one of its settings: it cannot read the value, or misses it. */
enum ConfigValueInvalid implements Cause {
    INVALID(
            "config-value-invalid",
            "config-value-invalid",
            OwnTrouble.VALUE_INVALID,
            "cannot read one of its settings"),
    MISSING("config-value-missing", "config-key-missing", OwnTrouble.VALUE_MISSING, "misses one of its settings");

    private static final Set<Topic> OTHER =
            Set.of(Topic.IMAGE, Topic.MEMORY_LIMIT, Topic.RESOURCES, Topic.PROBE, Topic.SCHEDULING);

    private final String id;
    private final String category;
    private final OwnTrouble complaint;
    private final String words;

    ConfigValueInvalid(String id, String category, OwnTrouble complaint, String words) {
        this.id = id;
        this.category = category;
        this.complaint = complaint;
        this.words = words;
    }

    @Override
    public About about() {
        return About.of(id, category, Ailment.CRASHING, Ailment.NOT_READY)
                .means("A program %s.".formatted(words))
                .confirmedBy("its last words say so; a change of what it reads makes it surer")
                .refutedBy("its last words say nothing of the kind")
                .cure("correct the setting that its last words name");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<String> said = LastWords.complain(complaint, symptom, inquiry);
        if (said.isEmpty()) {
            return new Ruling.Refuted("its last words do not say that it " + words);
        }
        Optional<Edited> changed = spokenOf(said.get(), symptom, inquiry)
                .or(() -> LastWords.setting(symptom, inquiry).filter(change -> !OTHER.contains(change.topic())));
        Optional<ResourceRef> named = LastWords.sources(symptom, inquiry)
                .filter(source -> said.get().contains(source.name()))
                .findFirst()
                .or(() -> LastWords.sources(symptom, inquiry)
                        .filter(source ->
                                Recent.written(source, symptom, inquiry).isPresent())
                        .findFirst());
        if (symptom.ailment() == Ailment.NOT_READY && changed.isEmpty()) {
            return new Ruling.Refuted("it runs all the same, and no setting is known to have changed");
        }
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        boolean sure = changed.filter(change -> speaksOf(said.get(), change)).isPresent();
        Ruling.Confirmed ruling = Ruling.confirmed(
                        changed.map(Edited::ref).or(() -> named).orElse(workload),
                        sure ? Confidence.STRONG : changed.isPresent() ? Confidence.LIKELY : Confidence.WEAK,
                        "Container %s ends because it %s".formatted(symptom.part(), words))
                .claim(LastWords.claim(said.get(), symptom))
                .advice(changed.map(change ->
                                "take back the change of " + change.edit().words())
                        .orElse("correct the setting that its last words name"))
                .harmful("restarting: the next container reads the same settings");
        return Recent.tell(ruling, changed);
    }

    /** The latest change of what it reads that its words tell of: pods take it in when they begin anew, however long after. */
    private static Optional<Edited> spokenOf(String line, Symptom symptom, Inquiry inquiry) {
        return LastWords.sources(symptom, inquiry)
                .flatMap(source -> inquiry.changes(source).edits())
                .filter(change -> change.order(symptom.since()) != Order.AFTER)
                .filter(change -> speaksOf(line, change))
                .max(Comparator.comparing(Edited::at));
    }

    /** Whether a line names what was changed, or what it was changed to. */
    private static boolean speaksOf(String line, Edited change) {
        List<String> steps = change.edit().place().steps();
        int variable = steps.indexOf("env") + 1;
        String key = variable > 0 && variable < steps.size() ? steps.get(variable) : steps.getLast();
        boolean named = change.topic() == Topic.KEY || variable > 0;
        Set<String> news = words(change.to());
        news.removeAll(words(change.from()));
        return (named && plain(key).length() > 2 && plain(line).contains(plain(key)))
                || news.stream().anyMatch(line::contains);
    }

    private static Set<String> words(Optional<String> value) {
        return value.stream()
                .flatMap(text -> Stream.of(text.split("[\\s\"'=,:;\\[\\]{}]+", -1)))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
