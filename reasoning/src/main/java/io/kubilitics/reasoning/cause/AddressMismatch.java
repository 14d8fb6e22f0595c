package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A setting of a workload names a Service or a port that does not exist, where another is plainly meant. */
final class AddressMismatch implements Cause {

    /** An address that leads nowhere. */
    private record Wrong(ResourceRef workload, ResourceRef holder, Address address, String why) {}

    @Override
    public About about() {
        return About.of(
                        "service-env-var-address-mismatch",
                        "config-value-invalid",
                        Ailment.CRASHING,
                        Ailment.NOT_READY,
                        Ailment.CANNOT_REACH,
                        Ailment.ADDRESS_WRONG)
                .means("A setting of a workload names a Service or a port that does not exist.")
                .confirmedBy("the workload calls that address in vain, or another of nearly that name is there")
                .refutedBy("every address in its settings leads somewhere")
                .cure("set the address to the Service and port that are there");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        List<Complaint> complaints = Traffic.complaints(symptom, inquiry).toList();
        return wrong(workload, inquiry)
                .filter(wrong -> symptom.part().equals(wrong.address().toString())
                        || complaints.stream().anyMatch(complaint -> about(complaint, wrong)))
                .findFirst()
                .<Ruling>map(wrong -> confirmed(wrong, symptom, inquiry))
                .orElseGet(() -> new Ruling.Refuted("every address that it calls in vain leads somewhere"));
    }

    private static boolean about(Complaint complaint, Wrong wrong) {
        boolean host = complaint.peer().host().equals(wrong.address().host())
                || complaint
                        .target()
                        .equals(wrong.address().service(wrong.workload().namespace()));
        return complaint.grievance().ofNetwork()
                && host
                && (complaint.peer().port() == 0
                        || complaint.peer().port() == wrong.address().port());
    }

    private static Stream<Wrong> wrong(ResourceRef workload, Inquiry inquiry) {
        Stream<Wrong> own = Traffic.template(workload, inquiry).stream()
                .flatMap(template -> template.containers().stream())
                .flatMap(container -> container.environment().calls().stream())
                .flatMap(address -> wrong(workload, workload, address, inquiry).stream());
        Stream<Wrong> read = Settings.of(workload, Kind.CONFIG_MAP, inquiry)
                .flatMap(source -> inquiry.facts(source, ConfigFacts.class).stream()
                        .flatMap(config -> config.calls().stream()
                                // Where a proxy sends requests is the affair of its routes.
                                .filter(address -> config.ways().stream()
                                        .noneMatch(way -> way.to().host().equals(address.host()))))
                        .flatMap(address -> wrong(workload, source, address, inquiry).stream()));
        return Stream.concat(own, read);
    }

    private static Optional<Wrong> wrong(ResourceRef workload, ResourceRef holder, Address address, Inquiry inquiry) {
        Optional<ResourceRef> service = address.service(workload.namespace());
        if (service.isEmpty()) {
            return Optional.empty();
        }
        if (inquiry.missing(service.get())) {
            return Optional.of(new Wrong(workload, holder, address, "there is no such Service"));
        }
        return inquiry.facts(service.get(), ServiceFacts.class)
                .filter(facts -> address.port() != 0
                        && !facts.headless()
                        && facts.externalName().isEmpty())
                .filter(facts -> facts.ports().stream().noneMatch(port -> port.number() == address.port()))
                .map(facts -> new Wrong(
                        workload,
                        holder,
                        address,
                        "the Service has port "
                                + facts.ports().stream()
                                        .map(ServiceFacts.Port::number)
                                        .toList()));
    }

    private static Ruling confirmed(Wrong wrong, Symptom symptom, Inquiry inquiry) {
        Ruling.Confirmed ruling = Ruling.confirmed(
                        wrong.holder(),
                        symptom.ailment() == Ailment.ADDRESS_WRONG ? Confidence.LIKELY : Confidence.PROVEN,
                        "%s calls %s, but %s".formatted(wrong.workload(), wrong.address(), wrong.why()))
                .claim(Claim.of("its settings name " + wrong.address(), new Probe.OfObject(wrong.holder())))
                .claim(Claim.of(
                        wrong.why(),
                        new Probe.OfObject(wrong.address()
                                .service(wrong.workload().namespace())
                                .orElse(wrong.workload()))))
                .advice("set the address to the Service and port that are there")
                .harmful("restarting: it calls the same address again");
        return Stream.of(Topic.ENVIRONMENT, Topic.COMMAND, Topic.KEY)
                .flatMap(topic -> inquiry.changes(wrong.holder()).latest(topic).stream())
                .findFirst()
                .map(edit -> ruling.claim(
                        Claim.of("%s %s".formatted(edit, edit.when()), new Probe.OfChanges(wrong.holder()))))
                .orElse(ruling);
    }
}
