package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Map;
import java.util.Optional;

/** A change gave a container less memory than it had, and since then it is killed. */
final class MemoryLimitLowered implements Cause {

    @Override
    public About about() {
        return About.of("memory-limit-lowered", "oom-killed", Ailment.OUT_OF_MEMORY)
                .means("A change gave a container less memory than it had, and since then it is killed.")
                .confirmedBy(
                        "the rollout history, or a change that was seen, shows the lower limit before the first kill")
                .refutedBy("no change lowered the limit, or only after the kill")
                .cure("give the container back the limit it had");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Optional<Edited> lowered = inquiry.changes(workload)
                .latest(Topic.MEMORY_LIMIT, symptom.part())
                .filter(change -> Amounts.less(change.to(), change.from()));
        if (lowered.isEmpty()) {
            return new Ruling.Refuted("no change lowered the memory limit of container " + symptom.part());
        }
        return switch (Timeline.order(lowered.get().at(), symptom.since())) {
            case AFTER -> new Ruling.Refuted("the memory limit was lowered only after the container was killed");
            case UNKNOWN, BEFORE -> confirmed(symptom, inquiry, workload, lowered.get());
        };
    }

    private static Ruling confirmed(Symptom symptom, Inquiry inquiry, ResourceRef workload, Edited lowered) {
        boolean before = Timeline.order(lowered.at(), symptom.since()) == Timeline.Order.BEFORE;
        boolean inForce = Containers.spec(symptom, inquiry)
                .map(container -> Amounts.same(lowered.to(), container.memoryLimit()))
                .orElse(false);
        return Ruling.confirmed(
                        workload,
                        before && inForce ? Confidence.STRONG : Confidence.LIKELY,
                        "Container %s is killed for want of memory since its limit was lowered from %s to %s"
                                .formatted(
                                        symptom.part(),
                                        lowered.from().orElse(Amounts.NONE),
                                        lowered.to().orElse(Amounts.NONE)))
                .claim(Claim.of("%s at %s".formatted(lowered, lowered.at()), new Probe.OfChanges(workload)))
                .claim(Claim.of(
                        "the container was killed (OOMKilled) at " + symptom.since(),
                        new Probe.OfObject(symptom.subject())))
                .remedy(remedy(workload, symptom.part(), lowered))
                .harmful("restarting: the new container has the same limit");
    }

    /** Where there was no limit before, there is no figure to go back to. */
    private static Optional<Action> remedy(ResourceRef workload, String container, Edited lowered) {
        return lowered.from()
                .map(amount -> new Action.Patch(
                        workload,
                        Fields.ofContainer(container, "resources", Map.of("limits", Map.of("memory", amount))),
                        "give container %s back its memory limit of %s, which it had before the change"
                                .formatted(container, amount)));
    }
}
