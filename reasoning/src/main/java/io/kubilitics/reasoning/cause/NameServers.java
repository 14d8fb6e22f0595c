package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.stream.Stream;

/** The Services by which programs look up names. */
final class NameServers {

    static final int PORT = 53;

    private NameServers() {}

    /** As far as they can be seen. */
    static Stream<Resource> all(Inquiry inquiry) {
        return inquiry.all(Kind.SERVICE, "kube-system").stream()
                .filter(service -> service.facts() instanceof ServiceFacts facts
                        && facts.ports().stream().anyMatch(port -> port.number() == PORT));
    }
}
