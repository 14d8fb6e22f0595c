package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;
import java.util.regex.Pattern;

/** A pod wrote more to its node's disk than it may, and was evicted for that. */
final class EphemeralStorage implements Cause {

    private static final Pattern OWN_LIMIT = Pattern.compile(
            "exceed(?:s|ed) (?:the|its)? ?(?:total )?(?:limit|local ephemeral storage)|ephemeral local storage usage exceeds"
                    + "|emptyDir.{0,200}exceeds the limit|local ephemeral storage limit",
            Pattern.CASE_INSENSITIVE);

    @Override
    public About about() {
        return About.of("ephemeral-storage-exceeded", "ephemeral-storage", Ailment.EVICTED, Ailment.POD_FAILED)
                .means("A pod wrote more to its node's disk than it may, and was evicted for that.")
                .confirmedBy("the eviction names a limit of the pod's own")
                .refutedBy("the node itself was short of something")
                .cure("raise the limit of ephemeral storage, or let the pod write less or to a volume");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (!OWN_LIMIT.matcher(symptom.says()).find()) {
            return new Ruling.Refuted("no limit of its own was exceeded");
        }
        var workload = inquiry.topOwner(symptom.subject());
        Optional<Edited> changed = Recent.ofTemplate(workload, symptom, inquiry);
        return Recent.tell(
                Ruling.confirmed(
                                workload,
                                changed.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                                "Pods of %s write more to their node's disk than they may".formatted(workload))
                        .claim(Claim.tainted(
                                "the kubelet said: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                        .advice("raise the limit of ephemeral storage, or let the pod write less or to a volume")
                        .harmful("cleaning up the node: it is not short of anything"),
                changed);
    }
}
