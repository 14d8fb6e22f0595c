package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.JobFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.List;
import java.util.Optional;

/** A Job failed as often as it may, or took longer than it may. */
final class JobBackoff implements Cause {

    @Override
    public About about() {
        return About.of("job-backoff", "job-backoff", Ailment.JOB_FAILED)
                .means("A Job failed as often as it may, or took longer than it may.")
                .confirmedBy("the Job's own condition; the last words of its pods say why")
                .refutedBy("it has not failed")
                .cure("mend what its pods complain of, then let the Job be made again");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<JobFacts> job = inquiry.facts(symptom.subject(), JobFacts.class);
        if (job.flatMap(JobFacts::failure).isEmpty()) {
            return new Ruling.Refuted("no Job has failed");
        }
        ResourceRef owner = inquiry.topOwner(symptom.subject());
        Optional<Claim> words = words(symptom.subject(), inquiry);
        Optional<Edited> changed = Recent.ofTemplate(owner, symptom, inquiry);
        if (words.isEmpty() && reason(job.get()).equals("BackoffLimitExceeded")) {
            return new Ruling.Open(
                    "%s failed as often as it may, and nothing tells why".formatted(symptom.subject()),
                    List.of("a log of one of its pods that says why it ends"));
        }
        Ruling.Confirmed ruling = Ruling.confirmed(
                        owner,
                        words.isPresent() || changed.isPresent() ? Confidence.LIKELY : Confidence.WEAK,
                        "%s failed: %s".formatted(symptom.subject(), reason(job.get())))
                .claim(Claim.of(
                        "%d of its pods failed; it may fail %d times and take %d s (0: as long as it likes)"
                                .formatted(
                                        job.get().pods().failed(),
                                        job.get().retries(),
                                        job.get().deadlineSeconds()),
                        new Probe.OfObject(symptom.subject())))
                .advice("mend what its pods complain of, then let the Job be made again")
                .harmful("raising the number of retries: it fails in the same way");
        return Recent.tell(words.map(ruling::claim).orElse(ruling), changed);
    }

    private static String reason(JobFacts job) {
        return job.failure()
                .map(failure -> failure.reason())
                .filter(reason -> !reason.isEmpty())
                .orElse("no reason is given");
    }

    /** The first of its pods that says anything. */
    private static Optional<Claim> words(ResourceRef job, Inquiry inquiry) {
        for (ResourceRef pod : inquiry.to(job, Relation.Type.OWNS)) {
            Optional<PodFacts> facts =
                    pod.kind().equals(Kind.POD) ? inquiry.facts(pod, PodFacts.class) : Optional.empty();
            for (ContainerSpec container :
                    facts.map(it -> it.template().containers()).orElse(List.of())) {
                Optional<String> line = OwnTrouble.ANY.last(inquiry.log(pod, container.name(), false));
                if (line.isPresent()) {
                    return Optional.of(Claim.tainted(
                            "the log of %s says: %s".formatted(pod, line.get()),
                            new Probe.OfLogs(pod, container.name(), false)));
                }
            }
        }
        return Optional.empty();
    }
}
