package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.ContainerState;
import io.kubilitics.graph.facts.JobFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;

/** A pod waits in an init container for what a Job should have done, and the Job has failed. */
final class WaitsForJob implements Cause {

    @Override
    public About about() {
        return About.of("waits-for-failed-job", "job-backoff", Ailment.NOT_STARTING, Ailment.CRASHING)
                .means("A pod waits in an init container for what a Job should have done, and the Job has failed.")
                .confirmedBy("its init container runs on and on, and the one Job of its application has failed")
                .refutedBy("no init container waits, or no Job beside it has failed")
                .cure("mend what the Job complains of, then let the Job be made again");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (!waits(symptom, inquiry)) {
            return new Ruling.Refuted("no init container of it waits");
        }
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        List<Resource> failed = inquiry.all(Kind.JOB, symptom.subject().namespace()).stream()
                .filter(job ->
                        job.facts() instanceof JobFacts facts && facts.failure().isPresent())
                .filter(job -> !inquiry.health(job.ref()).isEmpty())
                .toList();
        List<Resource> akin =
                failed.stream().filter(job -> akin(job, workload, inquiry)).toList();
        if (akin.size() != 1) {
            return new Ruling.Refuted("no Job of its own application has failed");
        }
        ResourceRef job = akin.getFirst().ref();
        return Ruling.confirmed(
                        job,
                        Confidence.LIKELY,
                        "%s waits before its work begins, for what %s should have done, which failed"
                                .formatted(workload, job))
                .claim(Claim.of("%s failed".formatted(job), new Probe.OfObject(job)))
                .claim(Claim.of("an init container runs on and on", new Probe.OfObject(symptom.subject())))
                .advice("mend what %s complains of, then let it be made again".formatted(job))
                .harmful("leaving the init container out: the program would meet what is not prepared");
    }

    private static boolean waits(Symptom symptom, Inquiry inquiry) {
        return inquiry.facts(symptom.subject(), PodFacts.class)
                .filter(pod -> pod.statuses().stream()
                        .anyMatch(status -> status.role() == ContainerSpec.Role.INIT
                                && status.now() instanceof ContainerState.Running))
                .isPresent();
    }

    /** By the label that installers give all parts of an application, or by a name that begins alike. */
    private static boolean akin(Resource job, ResourceRef workload, Inquiry inquiry) {
        String instance = "app.kubernetes.io/instance";
        String own = inquiry.object(workload)
                .map(object -> object.meta().labels().getOrDefault(instance, ""))
                .orElse("");
        return (!own.isEmpty() && own.equals(job.meta().labels().get(instance)))
                || stem(job.ref().name()).equals(stem(workload.name()));
    }

    private static String stem(String name) {
        int dash = name.indexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }
}
