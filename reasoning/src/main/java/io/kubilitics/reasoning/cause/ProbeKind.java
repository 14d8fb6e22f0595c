package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.Probes;
import io.kubilitics.graph.facts.Probes.Probe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of its three questions a container does not answer. */
enum ProbeKind {
    STARTUP,
    LIVENESS,
    READINESS;

    Optional<Probe> of(Probes probes) {
        return switch (this) {
            case STARTUP -> probes.startup();
            case LIVENESS -> probes.liveness();
            case READINESS -> probes.readiness();
        };
    }

    /** The other questions of the same container. */
    List<Probe> others(ContainerSpec container) {
        return Stream.of(values())
                .filter(kind -> kind != this)
                .flatMap(kind -> kind.of(container.probes()).stream())
                .toList();
    }

    /** As the kubelet writes it. */
    boolean isIn(String message) {
        return message.regionMatches(true, 0, words(), 0, words().length());
    }

    String words() {
        return name().toLowerCase(Locale.ROOT) + " probe";
    }

    /** As pod templates call it. */
    String field() {
        return name().toLowerCase(Locale.ROOT) + "Probe";
    }
}
