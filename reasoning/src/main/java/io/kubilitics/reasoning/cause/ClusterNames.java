package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cluster's own name service does not do its work, and whoever looks up a name fails. */
final class ClusterNames implements Cause {

    /**
     * The name service.
     *
     * @param workloads who answers for it
     * @param down whether nobody answers
     */
    private record Names(ResourceRef service, List<ResourceRef> workloads, boolean down) {}

    @Override
    public About about() {
        return About.of("cluster-dns-unavailable", "dns", Traffic.cutOffAnd(Ailment.SWITCHED_OFF))
                .means("The cluster's own name service does not do its work, and whoever looks up a name fails.")
                .confirmedBy(
                        "nobody answers for it, or its configuration was changed before programs began to complain of names")
                .refutedBy("it answers, and nobody changed it")
                .cure("bring back the name service: its pods, or its configuration as it was");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Names> names = names(inquiry);
        if (names.isEmpty()) {
            return new Ruling.Refuted("no name service can be seen");
        }
        boolean own = symptom.subject().equals(names.get().service())
                || names.get().workloads().contains(inquiry.topOwner(symptom.subject()));
        Optional<Complaint> complaint = own
                ? Optional.empty()
                : Traffic.complaints(symptom, inquiry)
                        .filter(one -> one.grievance().ofNames() && mayExist(one, inquiry))
                        .findFirst();
        if (!own && complaint.isEmpty()) {
            return new Ruling.Refuted("nobody complains of names");
        }
        Optional<ResourceRef> changed = changed(names.get(), symptom, inquiry);
        boolean passedOn = names.get().workloads().stream()
                .flatMap(workload -> inquiry.complaints(workload).stream())
                .anyMatch(one -> one.grievance().ofNetwork() && one.count() > 1);
        boolean misled = changed.isPresent()
                && complaint.filter(one -> tells(one, inquiry)).isPresent();
        boolean fails = names.get().down() || (passedOn && !own) || misled;
        return fails
                ? confirmed(names.get(), complaint, changed, symptom, inquiry)
                : new Ruling.Refuted("the name service answers, and nobody changed it");
    }

    private static Optional<ResourceRef> changed(Names names, Symptom symptom, Inquiry inquiry) {
        return settings(names, inquiry)
                .filter(config ->
                        Recent.change(config, symptom, inquiry, _ -> true).isPresent()
                                || Recent.written(config, symptom, inquiry).isPresent())
                .findFirst();
    }

    /** Of a Service that is not there no name service finds the name. */
    private static boolean mayExist(Complaint complaint, Inquiry inquiry) {
        return complaint.target().filter(inquiry::missing).isEmpty();
    }

    /** A change decides nothing alone: the name is of somebody who is there, or nobody answers who is asked for names. */
    private static boolean tells(Complaint complaint, Inquiry inquiry) {
        return complaint.grievance() == Grievance.RESOLVER_SILENT
                || complaint.target().flatMap(inquiry::object).isPresent();
    }

    private static Optional<Names> names(Inquiry inquiry) {
        return NameServers.all(inquiry).findFirst().map(service -> names(service, inquiry));
    }

    private static Names names(Resource service, Inquiry inquiry) {
        List<ResourceRef> workloads = Traffic.makers(service.ref(), inquiry).stream()
                .map(Resource::ref)
                .toList();
        boolean down =
                inquiry.health(service.ref()).stream().anyMatch(symptom -> symptom.ailment() == Ailment.NO_ENDPOINTS)
                        || workloads.stream()
                                .flatMap(workload -> inquiry.health(workload).stream())
                                .anyMatch(symptom -> symptom.ailment() == Ailment.SWITCHED_OFF);
        return new Names(service.ref(), workloads, down);
    }

    private static Stream<ResourceRef> settings(Names names, Inquiry inquiry) {
        return names.workloads().stream()
                .flatMap(workload -> inquiry.to(workload, Relation.Type.MOUNTS).stream())
                .filter(source -> source.kind().equals(Kind.CONFIG_MAP));
    }

    private static Ruling confirmed(
            Names names,
            Optional<Complaint> complaint,
            Optional<ResourceRef> changed,
            Symptom symptom,
            Inquiry inquiry) {
        ResourceRef object =
                changed.or(() -> names.workloads().stream().findFirst()).orElse(names.service());
        Ruling.Confirmed ruling = Ruling.confirmed(
                        object,
                        names.down() && complaint.isPresent()
                                ? Confidence.PROVEN
                                : changed.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                        names.down()
                                ? "The cluster's name service is down: nobody answers for %s".formatted(names.service())
                                : "The cluster's name service does not find all names: %s%s"
                                        .formatted(object, changed.isPresent() ? " was changed" : ""))
                .claim(Claim.of(
                        names.down()
                                ? "%s has no pod that is ready".formatted(names.service())
                                : "%s answers".formatted(names.service()),
                        new Probe.OfHealth(names.service())))
                .advice("bring back %s%s".formatted(object, changed.isPresent() ? " as it was before the change" : ""))
                .harmful("restarting those who complain: they find no names either");
        Ruling.Confirmed told =
                Recent.tell(ruling, changed.flatMap(ref -> Recent.change(ref, symptom, inquiry, _ -> true)));
        return complaint
                .map(one -> told.claim(Claim.tainted(
                        "the log of %s says: %s".formatted(inquiry.topOwner(one.by()), one.sample()),
                        new Probe.OfComplaints(inquiry.topOwner(one.by())))))
                .orElse(told);
    }
}
