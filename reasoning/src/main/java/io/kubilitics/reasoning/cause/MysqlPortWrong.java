package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A program calls MySQL on a port where nobody listens, while MySQL is well and others reach it. */
final class MysqlPortWrong implements Cause {

    private static final Set<Grievance> NOBODY = Set.of(Grievance.REFUSED, Grievance.TIMED_OUT, Grievance.UNREACHABLE);
    private static final Set<Grievance> NO_NAME = Set.of(Grievance.NAME_UNKNOWN, Grievance.RESOLVER_SILENT);

    @Override
    public About about() {
        return About.of("mysql-invalid-port", "config-value-invalid", Traffic.CUT_OFF)
                .means("A program calls MySQL on a port where nobody listens.")
                .confirmedBy("its driver is refused, and MySQL is well and lets others in")
                .refutedBy("MySQL is unwell, or its name is not found, or others are refused as well")
                .cure("give it the port that the Service of MySQL has");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        List<Complaint> complaints = Traffic.complaints(symptom, inquiry).toList();
        Optional<Complaint> refused = complaints.stream()
                .filter(complaint -> NOBODY.contains(complaint.grievance()))
                .findFirst();
        boolean mysql = complaints.stream().anyMatch(MysqlPortWrong::ofMysql);
        boolean named = complaints.stream().noneMatch(complaint -> NO_NAME.contains(complaint.grievance()));
        if (refused.isEmpty() || !mysql || !named) {
            return new Ruling.Refuted("nobody complains that MySQL refuses connections");
        }
        ResourceRef workload = inquiry.topOwner(refused.get().by());
        List<ResourceRef> stores = inquiry.stores(workload.namespace()).stream()
                .filter(Stores::ofMysql)
                .map(Resource::ref)
                .toList();
        if (stores.isEmpty()
                || stores.stream().anyMatch(store -> !inquiry.health(store).isEmpty())) {
            return new Ruling.Refuted("no MySQL is here that is well");
        }
        return Ruling.confirmed(
                        workload,
                        Confidence.STRONG,
                        "%s calls MySQL where nobody listens, and MySQL itself is well".formatted(workload))
                .claim(Claim.tainted("its log says: " + refused.get().sample(), new Probe.OfComplaints(workload)))
                .claim(Claim.of("%s is well".formatted(stores.getFirst()), new Probe.OfHealth(stores.getFirst())))
                .advice("give %s the port that the Service of MySQL has".formatted(workload))
                .harmful("restarting MySQL: it is well, and all others would lose it")
                .harmful("restarting: it calls the same port again");
    }

    private static boolean ofMysql(Complaint complaint) {
        String sample = complaint.sample().toLowerCase(Locale.ROOT);
        return sample.contains("mysql") || sample.contains("mariadb") || sample.contains("communications link failure");
    }
}
