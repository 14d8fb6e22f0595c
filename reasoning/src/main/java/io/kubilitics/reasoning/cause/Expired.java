package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Certificate;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which certificate that a workload has among its Secrets is no longer good. */
final class Expired {

    private Expired() {}

    /** Of what it mounts or reads. */
    static Optional<ResourceRef> of(ResourceRef workload, Instant at, Inquiry inquiry) {
        return Stream.of(Relation.Type.MOUNTS, Relation.Type.READS)
                .flatMap(type -> inquiry.to(workload, type).stream())
                .filter(source -> source.kind().equals(Kind.SECRET))
                .distinct()
                .filter(source -> over(source, at, inquiry))
                .findFirst();
    }

    /** The one Secret with a certificate that it shows and whose date cannot be seen; nothing when there are several. */
    static Optional<ResourceRef> only(ResourceRef workload, Inquiry inquiry) {
        List<ResourceRef> shown = inquiry.to(workload, Relation.Type.MOUNTS).stream()
                .filter(source -> inquiry.facts(source, ConfigFacts.class)
                        .filter(facts -> facts.type().equals("kubernetes.io/tls")
                                && facts.certificate().isEmpty())
                        .isPresent())
                .toList();
        return shown.size() == 1 ? Optional.of(shown.getFirst()) : Optional.empty();
    }

    static boolean over(ResourceRef source, Instant at, Inquiry inquiry) {
        return inquiry.facts(source, ConfigFacts.class)
                .flatMap(ConfigFacts::certificate)
                .map(Certificate::until)
                .filter(until -> !until.isAfter(at))
                .isPresent();
    }
}
