package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.OptionalLong;

/** A container needs more memory than it may have, and always did: its limit is too small or it leaks. */
final class MemoryLimitTooSmall implements Cause {

    @Override
    public About about() {
        return About.of("memory-limit-too-small", "oom-killed", Ailment.OUT_OF_MEMORY)
                .means(
                        "A container needs more memory than it may have, and always did: its limit is too small or it leaks.")
                .confirmedBy("the container was killed for want of memory at a limit that no change lowered")
                .refutedBy("the container has no limit of its own")
                .cure("find out how much it needs; raise the limit or mend the leak");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        OptionalLong limit = Containers.spec(symptom, inquiry)
                .map(ContainerSpec::memoryLimit)
                .orElseGet(OptionalLong::empty);
        if (limit.isEmpty()) {
            return inquiry.object(symptom.subject()).isPresent()
                    ? new Ruling.Refuted("the container has no memory limit: the node itself ran short")
                    : new Ruling.Open("the container's specification cannot be seen", inquiry.unavailable());
        }
        return Ruling.confirmed(
                        inquiry.topOwner(symptom.subject()),
                        Confidence.LIKELY,
                        "Container %s needs more memory than its limit of %s"
                                .formatted(symptom.part(), Amounts.text(limit)))
                .claim(Claim.of(
                        "the container was killed (OOMKilled) at %s with a limit of %s"
                                .formatted(symptom.since(), Amounts.text(limit)),
                        new Probe.OfObject(symptom.subject())))
                // How much it needs is not known from a kill: no figure is proposed.
                .advice("find out how much it needs; raise the limit or mend the leak")
                .harmful("restarting: it is killed again when it needs as much");
    }
}
