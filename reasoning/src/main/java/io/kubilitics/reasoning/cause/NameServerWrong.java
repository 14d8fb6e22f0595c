package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.NameService;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import java.util.List;
import java.util.Optional;

/** The pods of a workload look up names in another way than the cluster's, and find none. */
final class NameServerWrong implements Cause {

    @Override
    public About about() {
        return About.of("service-dns-resolution-failure", "dns", Traffic.CUT_OFF)
                .means("The pods of a workload look up names in another way than the cluster's, and find none.")
                .confirmedBy("they complain of names, and their DNS settings lead past the cluster's name service")
                .refutedBy("they look up names as the cluster does")
                .cure("take the DNS settings of the pods back to those of the cluster");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        for (ResourceRef workload : Traffic.workloads(symptom, inquiry)) {
            Optional<NameService> names = Traffic.template(workload, inquiry)
                    .map(template -> template.settings().names());
            Optional<String> fault = names.flatMap(own -> fault(own, inquiry));
            if (fault.isPresent()) {
                Optional<Complaint> complaint = inquiry.complaints(workload).stream()
                        .filter(one -> one.grievance().ofNames())
                        .findFirst();
                return confirmed(workload, fault.get(), complaint, inquiry);
            }
        }
        return new Ruling.Refuted("its pods look up names as the cluster does");
    }

    private static Optional<String> fault(NameService own, Inquiry inquiry) {
        if (own.policy().equals("None")) {
            List<String> known = servers(inquiry);
            return own.servers().stream().noneMatch(known::contains)
                            && !own.servers().isEmpty()
                    ? Optional.of("they ask %s instead of the cluster's name service".formatted(own.servers()))
                    : Optional.empty();
        }
        return own.policy().equals("Default")
                ? Optional.of("they ask as their node does, which knows no names of the cluster")
                : Optional.empty();
    }

    /** Where the cluster's name service answers, as far as it can be seen. */
    private static List<String> servers(Inquiry inquiry) {
        return NameServers.all(inquiry)
                .map(Resource::facts)
                .filter(ServiceFacts.class::isInstance)
                .map(ServiceFacts.class::cast)
                .flatMap(service -> service.addresses().stream())
                .toList();
    }

    private static Ruling confirmed(
            ResourceRef workload, String fault, Optional<Complaint> complaint, Inquiry inquiry) {
        if (complaint.isEmpty()) {
            return new Ruling.Open(
                    "%s looks up names in its own way, and does not complain of names".formatted(workload),
                    List.of("a log of %s that says what it cannot reach".formatted(workload)));
        }
        Ruling.Confirmed ruling = Ruling.confirmed(
                        workload, Confidence.PROVEN, "The pods of %s find no names: %s".formatted(workload, fault))
                .claim(Claim.of(fault, new Probe.OfObject(workload)))
                .claim(Claim.tainted("its log says: " + complaint.get().sample(), new Probe.OfComplaints(workload)))
                .advice("take dnsPolicy and dnsConfig of %s back to those of the cluster".formatted(workload))
                .harmful("restarting the cluster's name service: it is not the one that is asked");
        return inquiry.changes(workload)
                .latest(Topic.OTHER)
                .filter(edit -> edit.edit().path().contains("/dns"))
                .map(edit ->
                        ruling.claim(Claim.of("%s %s".formatted(edit, edit.when()), new Probe.OfChanges(workload))))
                .orElse(ruling);
    }
}
