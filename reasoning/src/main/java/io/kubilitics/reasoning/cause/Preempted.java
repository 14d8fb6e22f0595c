package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PriorityClassFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pods were pushed off their nodes by others that count for more, and find no other place. */
final class Preempted implements Cause {

    /** By namespace and name, or by uid, as schedulers of several versions have it. */
    private static final Pattern BY =
            Pattern.compile("[Pp]reempted (?:in order to admit|by)(?: a)?(?: pod)?:? (?<who>[\\w./-]{3,320})");

    private record Pushed(ResourceRef victim, EventNote event) {}

    @Override
    public About about() {
        return About.of("preempted-by-priority", "priority-preemption", Ailment.UNSCHEDULED)
                .means("Pods were pushed off their nodes by others that count for more, and find no other place.")
                .confirmedBy("the scheduler said so, and the priorities of both bear it out")
                .refutedBy("nobody was pushed off")
                .cure("add room, ask for less, or take back the priority if it was not meant");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Pushed> pushed = pushed(symptom, inquiry);
        if (pushed.isEmpty()) {
            return new Ruling.Refuted("none of its pods was pushed off a node");
        }
        int own = inquiry.facts(symptom.subject(), PodFacts.class)
                .map(PodFacts::priority)
                .orElse(0);
        Optional<Resource> newClass = defaultClass(own, symptom, inquiry);
        if (newClass.isPresent()) {
            return ruling(newClass.get().ref(), pushed.get(), symptom, inquiry)
                    .claim(Claim.of(
                            "%s ranks all pods above it that name no class, since %s"
                                    .formatted(
                                            newClass.get().ref(),
                                            newClass.get().meta().created()),
                            new Probe.OfObject(newClass.get().ref())));
        }
        return preemptor(pushed.get(), own, inquiry)
                .<Ruling>map(pod -> ruling(inquiry.topOwner(pod.ref()), pushed.get(), symptom, inquiry)
                        .claim(Claim.of(
                                "its priority is %d, that of %s is %d".formatted(priority(pod), symptom.subject(), own),
                                new Probe.OfObject(pod.ref()))))
                .orElseGet(() -> new Ruling.Open(
                        "its pods were pushed off their nodes by somebody who cannot be seen",
                        List.of("which pods of higher priority came last")));
    }

    static boolean happened(Symptom symptom, Inquiry inquiry) {
        return pushed(symptom, inquiry).isPresent();
    }

    private static Optional<Pushed> pushed(Symptom symptom, Inquiry inquiry) {
        return siblings(symptom.subject(), inquiry)
                .flatMap(pod -> inquiry.events(pod).stream()
                        .filter(event -> event.reason().equals("Preempted")
                                || event.reason().equals("PreemptionByScheduler"))
                        .map(event -> new Pushed(pod, event)))
                .findFirst();
    }

    /** A class for pods that name none, which came after the pods that were pushed away: it ranks old and new ones differently. */
    private static Optional<Resource> defaultClass(int own, Symptom symptom, Inquiry inquiry) {
        Instant made = inquiry.object(inquiry.topOwner(symptom.subject()))
                .map(owner -> owner.meta().created())
                .orElse(Instant.EPOCH);
        // New pods in the place of old ones are ranked by it as well: theirs may be the same by now.
        return inquiry.all(Kind.PRIORITY_CLASS, "").stream()
                .filter(each ->
                        each.facts() instanceof PriorityClassFacts facts && facts.serves() && facts.value() >= own)
                .filter(each -> each.meta().created().isAfter(made))
                .findFirst();
    }

    private static int priority(Resource pod) {
        return pod.facts() instanceof PodFacts facts ? facts.priority() : 0;
    }

    /** The pods there are and were that its owner made, itself among them. */
    private static Stream<ResourceRef> siblings(ResourceRef pod, Inquiry inquiry) {
        Optional<ResourceRef> owner =
                inquiry.from(pod, Relation.Type.OWNS).stream().findFirst();
        Stream<ResourceRef> present = owner.stream().flatMap(ref -> inquiry.to(ref, Relation.Type.OWNS).stream());
        ResourceRef top = inquiry.topOwner(pod);
        Stream<ResourceRef> gone = inquiry.gone(Kind.POD, pod.namespace()).stream()
                .filter(former -> former.name().startsWith(top.name() + "-"));
        return Stream.of(Stream.of(pod), present, gone).flatMap(each -> each).distinct();
    }

    /** Whom the scheduler named; when that one is gone, the newest of those on the same node that count for more. */
    private static Optional<Resource> preemptor(Pushed pushed, int own, Inquiry inquiry) {
        Matcher by = BY.matcher(pushed.event().message());
        String who = by.find() ? by.group("who") : "";
        String words = pushed.event().message();
        List<Resource> above = inquiry.all(Kind.POD, "").stream()
                .filter(pod -> priority(pod) > own)
                .toList();
        return above.stream()
                .filter(pod -> pod.meta().uid().equals(who)
                        || (pod.ref().namespace() + "/" + pod.ref().name()).equals(who))
                .findFirst()
                .or(() -> above.stream()
                        .filter(pod -> pod.facts() instanceof PodFacts facts
                                && !facts.node().isEmpty()
                                && words.endsWith(" " + facts.node()))
                        .max(Comparator.comparing((Resource pod) -> pod.meta().created())
                                .thenComparing(Resource::ref)));
    }

    private static Ruling.Confirmed ruling(ResourceRef object, Pushed pushed, Symptom symptom, Inquiry inquiry) {
        ResourceRef victim = inquiry.topOwner(symptom.subject());
        return Ruling.confirmed(
                        object,
                        Confidence.PROVEN,
                        "Pods of %s were pushed off their nodes by others that count for more, because of %s"
                                .formatted(victim, object))
                .claim(Claim.tainted(
                        "the scheduler said of %s: %s"
                                .formatted(pushed.victim(), pushed.event().message()),
                        new Probe.OfEvents(pushed.victim())))
                .advice("add room, or take the priority back if it was not meant so: %s".formatted(object))
                .harmful("deleting the waiting pods: the next ones find no room either");
    }
}
