package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Traffic.Call;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a program calls is away or unwell itself; followed as far up as the logs lead. */
final class DependencyDown implements Cause {

    private static final int FARTHEST = 8;

    @Override
    public About about() {
        return About.of("dependency-down", "dependency-down", Traffic.CUT_OFF)
                .means("What a program calls is away or unwell itself.")
                .confirmedBy("its log names whom it cannot reach, and that one is unwell")
                .refutedBy("whom it calls is well, or is not told")
                .cure("bring back what it calls");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Call> call = Traffic.vain(symptom, inquiry, called -> !Traffic.sound(called, inquiry));
        if (call.isEmpty()) {
            return new Ruling.Refuted("whom it calls is well, or is not told");
        }
        Complaint complaint = call.get().complaint();
        ResourceRef down = farthest(call.get().called(), new HashSet<>(), inquiry);
        ResourceRef caller = inquiry.topOwner(complaint.by());
        return Ruling.confirmed(down, Confidence.WEAK, "%s calls %s, which is unwell".formatted(caller, down))
                .claim(Claim.tainted("its log says: " + complaint.sample(), new Probe.OfComplaints(caller)))
                .claim(Claim.of("%s is unwell or away".formatted(down), new Probe.OfHealth(down)))
                .advice("bring back %s".formatted(down))
                .harmful("restarting %s: it finds nobody again".formatted(caller));
    }

    /** Who is down because another is down is not the one to look at. */
    private static ResourceRef farthest(ResourceRef service, Set<ResourceRef> passed, Inquiry inquiry) {
        List<ResourceRef> behind = Traffic.behind(service, inquiry);
        if (behind.isEmpty() || passed.size() > FARTHEST || !passed.add(service)) {
            return Traffic.makers(service, inquiry).stream()
                    .map(Resource::ref)
                    .findFirst()
                    .orElse(service);
        }
        ResourceRef workload = behind.getFirst();
        return inquiry.complaints(workload).stream()
                .filter(one -> one.grievance().ofNetwork())
                .flatMap(one -> Traffic.called(one, inquiry))
                .filter(target -> !passed.contains(target) && !Traffic.sound(target, inquiry))
                .findFirst()
                .map(target -> farthest(target, passed, inquiry))
                .orElse(workload);
    }
}
