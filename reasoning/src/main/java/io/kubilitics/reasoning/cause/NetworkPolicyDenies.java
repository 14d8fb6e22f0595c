package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.NetworkPolicyFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.reach.NetworkReach.Answer;
import io.kubilitics.graph.reach.ServicePorts;
import io.kubilitics.graph.reach.ServicePorts.Landing;
import io.kubilitics.graph.time.Order;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A NetworkPolicy lets no traffic through between one who calls and whom it calls, the name service among them. */
final class NetworkPolicyDenies implements Cause {

    private static final Set<Grievance> SILENT = Set.of(
            Grievance.TIMED_OUT,
            Grievance.REFUSED,
            Grievance.UNREACHABLE,
            Grievance.RESET,
            Grievance.RESOLVER_SILENT,
            Grievance.NAME_UNKNOWN);

    /** A call that the policies forbid. */
    private record Denied(Complaint complaint, ResourceRef from, ResourceRef to, int port, String protocol) {}

    @Override
    public About about() {
        return About.of("network-policy-deny", "network-policy-deny", Traffic.CUT_OFF)
                .means("A NetworkPolicy lets no traffic through between one who calls and whom it calls.")
                .confirmedBy("a program cannot reach another, and the policies of either side forbid just that")
                .refutedBy("no policy stands between them")
                .cure("allow this traffic in the policy, and no more than this");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Denied> denied = Traffic.complaints(symptom, inquiry)
                .filter(complaint -> SILENT.contains(complaint.grievance()))
                .filter(complaint -> complaint.by().kind().equals(Kind.POD))
                .flatMap(complaint -> denied(complaint, inquiry).stream())
                .findFirst();
        if (denied.isEmpty()) {
            return new Ruling.Refuted("no policy forbids what its log complains of");
        }
        return policy(denied.get(), inquiry)
                .<Ruling>map(policy -> relabelled(policy, denied.get(), inquiry)
                        .map(edit ->
                                Recent.tell(confirmed(denied.get(), policy, edit.ref(), inquiry), Optional.of(edit)))
                        .orElseGet(() -> confirmed(denied.get(), policy, policy, inquiry)))
                .orElseGet(() -> new Ruling.Open("which policy forbids it cannot be seen", inquiry.unavailable()));
    }

    private static Optional<Denied> denied(Complaint complaint, Inquiry inquiry) {
        boolean ofNames = complaint.grievance().ofNames();
        Stream<ResourceRef> called =
                ofNames ? NameServers.all(inquiry).map(Resource::ref) : Traffic.called(complaint, inquiry);
        return called.flatMap(service -> denied(
                        complaint,
                        service,
                        ofNames ? NameServers.PORT : complaint.peer().port(),
                        inquiry))
                .findFirst();
    }

    private static Stream<Denied> denied(Complaint complaint, ResourceRef service, int called, Inquiry inquiry) {
        if (service.kind().equals(Kind.POD)) {
            return Stream.of(new Denied(complaint, complaint.by(), service, called, "TCP"))
                    .filter(call -> called > 0 && forbidden(call, inquiry));
        }
        Optional<ServiceFacts> facts = inquiry.facts(service, ServiceFacts.class);
        if (facts.isEmpty()) {
            return Stream.empty();
        }
        List<ResourceRef> pods = inquiry.to(service, Relation.Type.SELECTS);
        return ServicePorts.of(facts.get(), Traffic.templates(service, inquiry)).stream()
                .filter(port -> called == 0 || port.port().number() == called)
                .flatMap(port -> pods.stream()
                        .map(pod -> new Denied(
                                complaint,
                                complaint.by(),
                                pod,
                                number(port),
                                port.port().protocol())))
                .filter(call -> forbidden(call, inquiry));
    }

    private static boolean forbidden(Denied call, Inquiry inquiry) {
        return inquiry.mayReach(call.from(), call.to(), call.port(), call.protocol()) == Answer.NO;
    }

    private static int number(ServicePorts.Resolved port) {
        return switch (port.landing()) {
            case Landing.Exposed(var _, var number) -> number;
            case Landing.Unmentioned(var number) -> number;
            case Landing.Nowhere _ -> port.port().number();
        };
    }

    /** The newest of those that limit either side in this direction: before it came, the call was free or allowed. */
    private static Optional<ResourceRef> policy(Denied denied, Inquiry inquiry) {
        Stream<ResourceRef> leaving = inquiry.from(denied.from(), Relation.Type.APPLIES_TO).stream()
                .filter(policy -> inquiry.facts(policy, NetworkPolicyFacts.class)
                        .filter(NetworkPolicyFacts::limitsEgress)
                        .isPresent());
        Stream<ResourceRef> entering = inquiry.from(denied.to(), Relation.Type.APPLIES_TO).stream()
                .filter(policy -> inquiry.facts(policy, NetworkPolicyFacts.class)
                        .filter(NetworkPolicyFacts::limitsIngress)
                        .isPresent());
        return Stream.concat(leaving, entering)
                .distinct()
                .max(Comparator.comparing((ResourceRef policy) -> written(policy, inquiry)));
    }

    private static Instant written(ResourceRef policy, Inquiry inquiry) {
        return inquiry.changes(policy).changes().stream()
                .map(change -> change.at())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** The policy stayed as it was, and a label by which it knows whom to let in was changed. */
    private static Optional<Edited> relabelled(ResourceRef policy, Denied denied, Inquiry inquiry) {
        return Stream.of(denied.from(), denied.to())
                .flatMap(pod ->
                        Stream.of(ResourceRef.clusterWide(Kind.NAMESPACE, pod.namespace()), inquiry.topOwner(pod)))
                .flatMap(ref -> inquiry.changes(ref).latest(Topic.LABEL).stream())
                .filter(edit -> edit.at().isAfter(written(policy, inquiry)))
                .filter(edit -> Order.of(edit.at(), denied.complaint().since()) != Order.AFTER)
                .findFirst();
    }

    private static Ruling.Confirmed confirmed(Denied denied, ResourceRef policy, ResourceRef object, Inquiry inquiry) {
        Instant written = written(policy, inquiry);
        boolean before = Order.of(written, denied.complaint().since()) == Order.BEFORE;
        String called = denied.port() == NameServers.PORT
                ? "the name service"
                : inquiry.topOwner(denied.to()).toString();
        return Ruling.confirmed(
                        object,
                        before ? Confidence.PROVEN : Confidence.STRONG,
                        "%s keeps %s from %s on port %d/%s"
                                .formatted(
                                        policy,
                                        inquiry.topOwner(denied.from()),
                                        called,
                                        denied.port(),
                                        denied.protocol()))
                .claim(Claim.of(
                        "the policies do not let %s reach port %d/%s of %s"
                                .formatted(denied.from(), denied.port(), denied.protocol(), denied.to()),
                        new Probe.OfReach(denied.from(), denied.to(), denied.port(), denied.protocol())))
                .claim(Claim.of("it was last written at " + written, new Probe.OfChanges(policy)))
                .claim(Claim.tainted(
                        "the log of %s says: %s"
                                .formatted(denied.from(), denied.complaint().sample()),
                        new Probe.OfComplaints(inquiry.topOwner(denied.from()))))
                .advice("allow port %d/%s to %s in %s".formatted(denied.port(), denied.protocol(), called, policy))
                .harmful("restarting either side: the policy stays")
                .harmful("deleting the policy: it lets everything through");
    }
}
