package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.ContainerPort;
import io.kubilitics.graph.facts.EndpointsFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.reach.ServicePorts;
import io.kubilitics.graph.reach.ServicePorts.Landing;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A port of a Service leads to no port of its pods: it has another number or name, or the same number in another protocol. */
enum ServicePortWrong implements Cause {
    PROTOCOL("service-protocol-mismatch", "A port of a Service speaks another protocol than the pods' port does."),
    NUMBER("service-port-mapping-mismatch", "A port of a Service leads to a port that its pods do not have.");

    private final String id;
    private final String means;

    ServicePortWrong(String id, String means) {
        this.id = id;
        this.means = means;
    }

    @Override
    public About about() {
        return About.of(
                        id,
                        "endpoint-port-mismatch",
                        Ailment.PORT_NOT_EXPOSED,
                        Ailment.PORT_UNREACHABLE,
                        Ailment.CANNOT_REACH,
                        Ailment.NO_ENDPOINTS)
                .means(means)
                .confirmedBy("the port that the Service aims at is none of those that the containers name")
                .refutedBy("a container names the port that the Service aims at, or none names any")
                .cure("let the Service aim at the port that the containers have");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<ResourceRef> service = Traffic.service(symptom, inquiry);
        Optional<ServiceFacts> facts = service.flatMap(ref -> inquiry.facts(ref, ServiceFacts.class));
        if (facts.isEmpty()) {
            return new Ruling.Refuted("it is about no Service that is known");
        }
        List<PodTemplate> templates = Traffic.templates(service.get(), inquiry);
        List<ContainerPort> open = templates.stream()
                .flatMap(template -> template.containers().stream())
                .flatMap(container -> container.ports().stream())
                .distinct()
                .toList();
        return ServicePorts.of(facts.get(), templates).stream()
                .filter(port -> !(port.landing() instanceof Landing.Exposed))
                .filter(port -> port.landing() instanceof Landing.Nowhere
                        || (!open.isEmpty() && templates.stream().allMatch(ServicePorts::told)))
                .filter(port -> !(port.landing() instanceof Landing.Nowhere)
                        || nowhere(service.get(), port.port(), open, inquiry))
                .filter(port -> !templates.isEmpty())
                .filter(port ->
                        (this == PROTOCOL) == sameNumber(port.port(), open).isPresent())
                .findFirst()
                .<Ruling>map(port -> confirmed(service.get(), port.port(), open, inquiry))
                .orElseGet(() -> new Ruling.Refuted("its ports lead to ports of its pods, or these name none"));
    }

    /** Whoever keeps the endpoints may have found it; where they cannot be seen, pods that name no port at all tell nothing. */
    private static boolean nowhere(
            ResourceRef service, ServiceFacts.Port port, List<ContainerPort> open, Inquiry inquiry) {
        List<EndpointsFacts> endpoints = inquiry.from(service, Relation.Type.ENDPOINTS_OF).stream()
                .flatMap(list -> inquiry.facts(list, EndpointsFacts.class).stream())
                .toList();
        boolean found = endpoints.stream()
                .flatMap(list -> list.ports().stream())
                .anyMatch(one -> one.name().equals(port.name()) && one.number() > 0);
        return !found
                && (!endpoints.isEmpty()
                        || open.stream().anyMatch(one -> !one.name().isEmpty()));
    }

    private static Optional<ContainerPort> sameNumber(ServiceFacts.Port port, List<ContainerPort> open) {
        return open.stream()
                .filter(one -> port.target().equals(Integer.toString(one.number()))
                        || port.target().equals(one.name()))
                .filter(one -> !one.protocol().equals(port.protocol()))
                .findFirst();
    }

    private Ruling confirmed(ResourceRef service, ServiceFacts.Port port, List<ContainerPort> open, Inquiry inquiry) {
        String has = String.join(
                ", ",
                open.stream().map(one -> one.number() + "/" + one.protocol()).toList());
        Optional<Edited> renamed = renamed(service, inquiry);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        renamed.map(Edited::ref).orElse(service),
                        Confidence.PROVEN,
                        "Port %d of %s leads to %s/%s, and its pods have %s"
                                .formatted(port.number(), service, port.target(), port.protocol(), has))
                .claim(Claim.of(
                        "port %d leads to %s/%s".formatted(port.number(), port.target(), port.protocol()),
                        new Probe.OfObject(service)))
                .claim(Claim.of("its pods have " + has, new Probe.OfRelated(service, Relation.Type.SELECTS)))
                .remedy(remedy(service, port, open))
                .advice("let port %d of %s lead to a port that its pods have".formatted(port.number(), service))
                .harmful("restarting the pods: they listen where they always did");
        return inquiry.changes(service)
                .latest(Topic.PORT)
                .map(edit ->
                        ruling.claim(Claim.of("%s at %s".formatted(edit, edit.at()), new Probe.OfChanges(service))))
                .orElse(ruling);
    }

    /** The pods took another port or name for it, and the Service was left as it is. */
    private static Optional<Edited> renamed(ResourceRef service, Inquiry inquiry) {
        Optional<Edited> own = inquiry.changes(service).latest(Topic.PORT);
        return Traffic.behind(service, inquiry).stream()
                .flatMap(workload -> inquiry.changes(workload).latest(Topic.PORT).stream())
                .filter(edit -> own.isEmpty() || edit.at().isAfter(own.get().at()))
                .filter(edit -> !edit.edit().path().contains("robe"))
                .findFirst();
    }

    /** Where there is but one port, it is the one that was meant. */
    private Optional<Action> remedy(ResourceRef service, ServiceFacts.Port port, List<ContainerPort> open) {
        if (open.size() != 1) {
            return Optional.empty();
        }
        ContainerPort meant = open.getFirst();
        Map<String, Object> right = this == PROTOCOL
                ? Map.of("port", port.number(), "protocol", meant.protocol())
                : Map.of("port", port.number(), "targetPort", meant.number());
        return Optional.of(new Action.Patch(
                service,
                new Fields(Map.of("spec", Map.of("ports", List.of(right)))),
                "let port %d lead to the one port that its pods have".formatted(port.number())));
    }
}
