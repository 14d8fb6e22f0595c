package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.JobFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
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
        return About.of("job-backoff", "job-backoff", Ailment.JOB_FAILED, Ailment.CRASHING)
                .means("A Job failed as often as it may, or took longer than it may.")
                .confirmedBy("the Job's own condition; the last words of its pods say why")
                .refutedBy("it has not failed")
                .cure("mend what its pods complain of, then let the Job be made again");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Resource> failed = failed(symptom.subject(), inquiry);
        return failed.map(job -> judge(job, symptom, inquiry)).orElseGet(() -> new Ruling.Refuted("no Job has failed"));
    }

    /** The Job itself, or the one that a pod belongs to, if it has failed for good. */
    private static Optional<Resource> failed(ResourceRef subject, Inquiry inquiry) {
        Optional<ResourceRef> job = subject.kind().equals(Kind.POD)
                ? inquiry.from(subject, Relation.Type.OWNS).stream().findFirst()
                : Optional.of(subject);
        return job.flatMap(inquiry::object)
                .filter(found -> found.facts() instanceof JobFacts facts
                        && facts.failure().isPresent());
    }

    private static Ruling judge(Resource failed, Symptom symptom, Inquiry inquiry) {
        ResourceRef job = failed.ref();
        JobFacts facts = (JobFacts) failed.facts();
        ResourceRef owner = inquiry.topOwner(job);
        Optional<Claim> words = words(job, inquiry);
        Optional<Edited> changed = Recent.ofTemplate(owner, symptom, inquiry);
        if (words.isEmpty() && reason(facts).equals("BackoffLimitExceeded")) {
            return new Ruling.Open(
                    "%s failed as often as it may, and nothing tells why".formatted(job),
                    List.of("a log of one of its pods that says why it ends"));
        }
        Ruling.Confirmed ruling = Ruling.confirmed(
                        owner,
                        words.isPresent() || changed.isPresent() ? Confidence.LIKELY : Confidence.WEAK,
                        "%s failed: %s".formatted(job, reason(facts)))
                .claim(Claim.of(
                        "%d of its pods failed; it may fail %d times and take %d s (0: as long as it likes)"
                                .formatted(facts.pods().failed(), facts.retries(), facts.deadlineSeconds()),
                        new Probe.OfObject(job)))
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
