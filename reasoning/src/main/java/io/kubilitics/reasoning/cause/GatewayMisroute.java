package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.symptom.Routing;
import io.kubilitics.reasoning.symptom.Routing.Astray;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The configuration of a gateway sends the requests for one Service to another. */
final class GatewayMisroute implements Cause {

    @Override
    public About about() {
        return About.of("gateway-misroute", "config-value-invalid", Ailment.MISROUTED, Ailment.REQUESTS_FAIL)
                .means("The configuration of a gateway sends the requests for one Service to another.")
                .confirmedBy(
                        "the route carries the name of a Service to which no route leads, as all others carry the name of theirs")
                .refutedBy("every route leads where its name says")
                .cure("let the route lead to its Service again, and let the gateway read its configuration anew");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        String namespace = symptom.subject().namespace();
        Set<String> services = inquiry.all(Kind.SERVICE, namespace).stream()
                .map(service -> service.ref().name())
                .collect(Collectors.toSet());
        List<Resource> configs = inquiry.all(Kind.CONFIG_MAP, namespace);
        return configs.stream()
                .flatMap(config -> Routing.of(services, config).stream())
                .filter(astray -> astray.meant().equals(symptom.subject()))
                .findFirst()
                .<Ruling>map(astray -> confirmed(astray, services, inquiry))
                .orElseGet(() -> new Ruling.Refuted("no route leads past it"));
    }

    private static Ruling confirmed(Astray astray, Set<String> services, Inquiry inquiry) {
        String to = astray.way().to().host();
        Optional<Edited> edit = inquiry.changes(astray.config().ref()).latest(Topic.KEY);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        astray.meant(),
                        Confidence.STRONG,
                        "Requests for %s, meant for %s, go to %s%s"
                                .formatted(
                                        astray.way().path(),
                                        astray.meant(),
                                        to,
                                        services.contains(to) ? "" : ", which does not exist"))
                .claim(Claim.of(
                        "in %s the route for %s leads to %s"
                                .formatted(
                                        astray.config().ref(),
                                        astray.way().path(),
                                        astray.way().to()),
                        new Probe.OfObject(astray.config().ref())))
                .claim(Claim.of("no route leads to " + astray.meant(), new Probe.OfObject(astray.meant())))
                .advice("let the route for %s in %s lead to %s again, and let the gateway read it anew"
                        .formatted(
                                astray.way().path(),
                                astray.config().ref(),
                                astray.meant().name()))
                .harmful("restarting " + astray.meant().name() + ": nobody asks it");
        return edit.map(change -> ruling.claim(changed(change))).orElse(ruling);
    }

    private static Claim changed(Edited change) {
        return Claim.of("%s at %s".formatted(change, change.at()), new Probe.OfChanges(change.ref()));
    }
}
