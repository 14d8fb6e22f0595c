package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.ReplicaSetFacts;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.time.Order;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Changes that may be behind a symptom: they came before it, and not in another age. They raise suspicion and never decide alone. */
final class Recent {

    private static final Duration AGE = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofMinutes(30);

    /** Fields of a pod template that change nothing about how its containers work. */
    private static final Set<Topic> IDLE = Set.of(Topic.LABEL, Topic.ANNOTATION, Topic.REPLICAS);

    private static final Pattern SECRET = Pattern.compile(
            "pass|pwd|secret|token|credential|private|dsn|[_.-]?(?:api|access|signing)[_.-]?key",
            Pattern.CASE_INSENSITIVE);

    private Recent() {}

    /** The latest one of an object that fits. */
    static Optional<Edited> change(ResourceRef of, Symptom symptom, Inquiry inquiry, Predicate<Edited> fits) {
        return inquiry.changes(of)
                .edits()
                .filter(fits)
                .filter(change -> change.order(symptom.since()) != Order.AFTER)
                .filter(change -> change.standing().plus(AGE).isAfter(symptom.since()))
                .reduce((_, latest) -> latest);
    }

    /** The latest one of any of these that did not come after, however long ago: what is read at the start only bites late. */
    static Optional<Edited> before(Instant moment, Stream<ResourceRef> of, Inquiry inquiry) {
        return of.flatMap(ref -> inquiry.changes(ref).edits())
                .filter(change -> change.order(moment) != Order.AFTER)
                .max(Comparator.comparing(Edited::at));
    }

    /** The latest one of a field of the symptom's container. */
    static Optional<Edited> ofContainer(ResourceRef workload, Symptom symptom, Inquiry inquiry, Topic topic) {
        return change(
                workload,
                symptom,
                inquiry,
                change -> change.topic() == topic && change.container().equals(symptom.part()));
    }

    /** The latest one of what the workload's pods are made from. */
    static Optional<Edited> ofTemplate(ResourceRef workload, Symptom symptom, Inquiry inquiry) {
        return change(
                workload,
                symptom,
                inquiry,
                change -> !IDLE.contains(change.topic())
                        && (change.edit().under("/spec/template")
                                || change.edit().under("/spec/jobTemplate")));
    }

    /** When it was last written, where it tells that and nobody tells what was changed: before the symptom, and not in another age. */
    static Optional<Instant> written(ResourceRef ref, Symptom symptom, Inquiry inquiry) {
        return inquiry.object(ref)
                .filter(object ->
                        object.meta().wished().isAfter(object.meta().created().plus(AGE)))
                .map(object -> object.meta().wished())
                .filter(at -> Order.of(at, symptom.since()) != Order.AFTER
                        && at.plus(AGE).isAfter(symptom.since()));
    }

    /** Whether it began so soon after the change that the one may have brought the other. */
    static boolean soonAfter(Edited change, Symptom symptom) {
        return Order.of(change.at(), symptom.since()) == Order.BEFORE
                && change.at().plus(SOON).isAfter(symptom.since());
    }

    /** Whether pods of another revision than that of the symptom's pod work. */
    static boolean formerWorks(ResourceRef workload, Symptom symptom, Inquiry inquiry) {
        return workload.kind().equals(Kind.DEPLOYMENT)
                && inquiry.to(workload, Relation.Type.OWNS).stream()
                        .filter(owned -> !inquiry.to(owned, Relation.Type.OWNS).contains(symptom.subject()))
                        .flatMap(owned -> inquiry.facts(owned, ReplicaSetFacts.class).stream())
                        .anyMatch(revision -> revision.ready() > 0);
    }

    static Claim claim(Change change) {
        String says = change instanceof Edited edited && hidden(edited)
                ? "%s of %s changed".formatted(edited.edit().words(), edited.ref())
                : change.toString();
        return Claim.of(
                "%s %s".formatted(says, change.when()),
                change.about().<Probe>map(Probe.OfChanges::new).orElseThrow());
    }

    /** Whether its values may be nobody's business. */
    static boolean hidden(Edited change) {
        return (change.topic() == Topic.ENVIRONMENT || change.topic() == Topic.KEY)
                && SECRET.matcher(change.edit().words()).find();
    }

    static Ruling.Confirmed tell(Ruling.Confirmed ruling, Optional<? extends Change> change) {
        return change.map(Recent::claim).map(ruling::claim).orElse(ruling);
    }
}
