package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.ContainerStatus;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.time.Order;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a rollout brought does not work, what was there before did, and more than that cannot be told. */
final class RecentRegression implements Cause {

    /** A pod of the change is made so soon after it. */
    private static final Duration SOON = Duration.ofMinutes(10);

    /** Not of the program itself: what such a change does shows in another way than by failing. */
    private static final Set<Topic> BESIDE = Set.of(Topic.MEMORY_LIMIT, Topic.RESOURCES, Topic.SCHEDULING, Topic.PROBE);

    @Override
    public About about() {
        return About.of(
                        "recent-change-regression",
                        "recent-change-regression",
                        Ailment.CRASHING,
                        Ailment.NOT_READY,
                        Ailment.FAILING)
                .means("What a rollout brought does not work, and what was there before did.")
                .confirmedBy(
                        "a change of the pod template right before the failing pods were made, and others that still work")
                .refutedBy("no change came before, or pods of the former revision fail too")
                .cure("roll the workload back, then look at what changed");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Optional<Edited> changed = Recent.ofTemplate(workload, symptom, inquiry);
        if (changed.isEmpty()) {
            return new Ruling.Refuted("no change of its pod template came before");
        }
        if (symptom.ailment() == Ailment.FAILING) {
            return Recent.soonAfter(changed.get(), symptom) && !settingsChanged(changed.get(), symptom, inquiry)
                    ? confirmed(symptom, inquiry, changed.get(), false)
                    : new Ruling.Refuted("its errors did not begin with the change");
        }
        boolean oldWorks = Recent.formerWorks(workload, symptom, inquiry);
        if (!oldWorks && !madeTheDifference(changed.get(), symptom, inquiry)) {
            return new Ruling.Refuted("the change is not known to have made the difference");
        }
        if (!oldWorks && silent(symptom, inquiry)) {
            // That something changed right before is a suspicion, and decides nothing alone.
            return new Ruling.Open(
                    "it changed right before, and it fails without a word about why",
                    List.of("a log of container %s".formatted(symptom.part())));
        }
        if (changed.get().topic() == Topic.IMAGE && settingsChanged(changed.get(), symptom, inquiry)) {
            return new Ruling.Open(
                    "its image and its settings changed together, and either may be the reason",
                    List.of("what container %s says with the one and with the other alone".formatted(symptom.part())));
        }
        return confirmed(symptom, inquiry, changed.get(), oldWorks);
    }

    /** Whatever it says, it says nothing of why it ends. */
    private static boolean silent(Symptom symptom, Inquiry inquiry) {
        return OwnTrouble.ANY
                .last(inquiry.lastWords(symptom.subject(), symptom.part()))
                .isEmpty();
    }

    /** The pod came with the change and never worked. */
    private static boolean madeTheDifference(Edited changed, Symptom symptom, Inquiry inquiry) {
        Optional<Resource> pod = inquiry.object(symptom.subject());
        boolean ofTheChange = pod.map(resource -> resource.meta().created())
                .filter(made -> Order.of(made, changed.at()) != Order.BEFORE
                        && made.isBefore(changed.at().plus(SOON)))
                .isPresent();
        boolean never = pod.filter(resource -> resource.facts() instanceof PodFacts facts
                        && facts.statuses().stream().noneMatch(ContainerStatus::ready))
                .isPresent();
        return ofTheChange && never && !BESIDE.contains(changed.topic());
    }

    private static boolean settingsChanged(Edited rollout, Symptom symptom, Inquiry inquiry) {
        return LastWords.sources(symptom, inquiry)
                .flatMap(source -> Recent.change(source, symptom, inquiry, edit -> edit.topic() == Topic.KEY).stream())
                .anyMatch(
                        edit -> Duration.between(edit.at(), rollout.at()).abs().compareTo(SOON) < 0);
    }

    private static Ruling confirmed(Symptom symptom, Inquiry inquiry, Edited changed, boolean oldWorks) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        return Ruling.confirmed(
                        workload,
                        Confidence.LIKELY,
                        "%s does not work since its last rollout: %s changed"
                                .formatted(workload, changed.edit().words()))
                .claim(Recent.claim(changed))
                .claim(Claim.of(
                        oldWorks
                                ? "pods of the revision before still work"
                                : symptom.ailment() == Ailment.FAILING
                                        ? "it reports errors since then"
                                        : "the failing pods were made by the change",
                        new Probe.OfObject(symptom.subject())))
                .remedy(remedy(workload, symptom, inquiry, changed))
                .advice("roll the workload back, then look at what changed")
                .harmful("restarting: the next pods are of the same revision");
    }

    private static Optional<Action> remedy(ResourceRef workload, Symptom symptom, Inquiry inquiry, Edited change) {
        return change.topic() == Topic.IMAGE && change.container().equals(symptom.part())
                ? change.from()
                        .flatMap(before -> Patches.ofContainer(
                                workload,
                                symptom,
                                inquiry,
                                "image",
                                before,
                                "take container %s back to image %s, which ran before the change"
                                        .formatted(symptom.part(), before)))
                : Optional.empty();
    }
}
