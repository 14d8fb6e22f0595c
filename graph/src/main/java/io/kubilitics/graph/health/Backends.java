package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.Backend;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether there is something at the other end of where traffic is sent. */
final class Backends {

    private Backends() {}

    static Stream<Symptom> symptoms(Resource sender, List<Backend> backends, Look look) {
        return backends.stream().flatMap(backend -> symptom(sender, backend, look).stream());
    }

    private static Optional<Symptom> symptom(Resource sender, Backend backend, Look look) {
        String to = backend.service().name();
        if (look.absent(backend.service())) {
            return Optional.of(Look.symptom(Ailment.BACKEND_MISSING, sender, to, "traffic for " + backend.where()));
        }
        boolean noPort = look.world()
                .find(backend.service())
                .filter(service -> service.facts() instanceof ServiceFacts facts
                        && !backend.port().isEmpty()
                        && !facts.type().equals("ExternalName")
                        && facts.ports().stream().noneMatch(port -> port.is(backend.port())))
                .isPresent();
        return noPort
                ? Optional.of(Look.symptom(
                        Ailment.BACKEND_PORT_MISSING,
                        sender,
                        to,
                        "traffic for %s goes to port %s".formatted(backend.where(), backend.port())))
                : Optional.empty();
    }
}
