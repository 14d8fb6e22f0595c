package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.Spelling;
import io.kubilitics.graph.facts.Backend;
import io.kubilitics.graph.facts.IngressFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.RouteFacts;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;

/** An Ingress or a route sends traffic to a Service, or to a port of one, that does not exist. */
final class IngressBackendMissing implements Cause {

    @Override
    public About about() {
        return About.of(
                        "ingress-backend-missing",
                        "ingress-backend-missing",
                        Ailment.BACKEND_MISSING,
                        Ailment.BACKEND_PORT_MISSING)
                .means("An Ingress or a route sends traffic to a Service, or to a port of one, that does not exist.")
                .confirmedBy("all Services of the namespace are known, and it is not among them or has no such port")
                .refutedBy("the Service is there and has the port")
                .cure("create the Service again, or let the traffic go to the one that was meant");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        return backends(symptom, inquiry).stream()
                .filter(backend -> backend.service().name().equals(symptom.part()))
                .flatMap(backend -> wrong(symptom.subject(), backend, inquiry).stream())
                .findFirst()
                .<Ruling>map(ruling -> ruling)
                .orElseGet(() -> new Ruling.Refuted("the Services it sends traffic to are there"));
    }

    private static List<Backend> backends(Symptom symptom, Inquiry inquiry) {
        return inquiry.object(symptom.subject())
                .map(Resource::facts)
                .map(facts -> switch (facts) {
                    case IngressFacts ingress -> ingress.backends();
                    case RouteFacts route -> route.backends();
                    default -> List.<Backend>of();
                })
                .orElse(List.of());
    }

    private static Optional<Ruling.Confirmed> wrong(ResourceRef sender, Backend backend, Inquiry inquiry) {
        if (inquiry.missing(backend.service())) {
            return Optional.of(missing(sender, backend, inquiry));
        }
        return inquiry.facts(backend.service(), ServiceFacts.class)
                .filter(facts ->
                        !backend.port().isEmpty() && facts.ports().stream().noneMatch(port -> port.is(backend.port())))
                .map(facts -> Ruling.confirmed(
                                sender,
                                Confidence.PROVEN,
                                "%s sends traffic for %s to port %s of %s, which has no such port"
                                        .formatted(sender, backend.where(), backend.port(), backend.service()))
                        .claim(Claim.of("it asks for port " + backend.port(), new Probe.OfObject(sender)))
                        .claim(Claim.of(
                                "the ports are "
                                        + facts.ports().stream()
                                                .map(ServiceFacts.Port::number)
                                                .toList(),
                                new Probe.OfObject(backend.service())))
                        .advice("let it ask for a port that the Service has")
                        .harmful("restarting the pods behind it: they are not asked"));
    }

    /** One that was there has to come back; where only the name is wrong, the one who wrote it is at fault. */
    private static Ruling.Confirmed missing(ResourceRef sender, Backend backend, Inquiry inquiry) {
        boolean was = inquiry.changes(backend.service()).deleted().isPresent();
        Optional<String> meant = was
                ? Optional.empty()
                : Spelling.nearest(
                        backend.service().name(),
                        inquiry.all(Kind.SERVICE, backend.service().namespace()).stream()
                                .map(service -> service.ref().name())
                                .toList());
        return Ruling.confirmed(
                        meant.isPresent() ? sender : backend.service(),
                        Confidence.PROVEN,
                        "%s sends traffic for %s to %s, which does not exist%s"
                                .formatted(
                                        sender,
                                        backend.where(),
                                        backend.service(),
                                        meant.map(name -> "; '" + name + "' was probably meant")
                                                .orElse("")))
                .claim(Claim.of(
                        "%s does not exist".formatted(backend.service()), new Probe.OfObject(backend.service())))
                .claim(Claim.of("traffic for %s goes there".formatted(backend.where()), new Probe.OfObject(sender)))
                .advice(meant.map(name -> "let the traffic go to '%s'".formatted(name))
                        .orElse("create %s again".formatted(backend.service())))
                .harmful("restarting the ingress controller: it does as it is told");
    }
}
