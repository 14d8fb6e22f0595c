package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.ContainerPort;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.ContainerState;
import io.kubilitics.graph.facts.ContainerStatus;
import io.kubilitics.graph.facts.Probes.Probe;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.log.OpenPorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A container that does not answer a probe, with all that tells whether the probe or the container is wrong.
 *
 * @param answer what the kubelet got
 * @param said its own words
 * @param open ports that are known to be open or at least to be meant to be
 * @param heard ports of which its own log says that it listens there
 * @param alone whether no other container of the pod could be asked instead
 */
record ProbeTrouble(
        ProbeKind kind,
        ContainerSpec container,
        Probe probe,
        ProbeAnswer answer,
        String said,
        int port,
        Set<Integer> open,
        Set<Integer> heard,
        boolean alone,
        Optional<ContainerStatus> status,
        Optional<Edited> changed,
        List<String> log) {

    static Optional<ProbeTrouble> of(ProbeKind kind, Symptom symptom, Inquiry inquiry) {
        Optional<ContainerSpec> container = Containers.spec(symptom, inquiry);
        Optional<Probe> probe = container.flatMap(spec -> kind.of(spec.probes()));
        if (probe.isEmpty() || rewritten(probe.get())) {
            return Optional.empty();
        }
        int port = port(probe.get().port(), container.get());
        return inquiry.events(symptom.subject()).reversed().stream()
                .filter(event -> event.warning() && kind.isIn(event.message()))
                .map(EventNote::message)
                .filter(message -> ProbeAnswer.isOf(probe.get(), port, message))
                .findFirst()
                .flatMap(said -> ProbeAnswer.of(said, probe.get())
                        .map(answer -> of(kind, symptom, inquiry, new Heard(answer, said))));
    }

    private record Heard(ProbeAnswer answer, String said) {}

    private static ProbeTrouble of(ProbeKind kind, Symptom symptom, Inquiry inquiry, Heard heard) {
        ContainerSpec container = Containers.spec(symptom, inquiry).orElseThrow();
        Probe probe = kind.of(container.probes()).orElseThrow();
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        List<String> log = inquiry.log(symptom.subject(), symptom.part(), false);
        List<String> words = log.isEmpty() ? inquiry.log(symptom.subject(), symptom.part(), true) : log;
        Predicate<Edited> ofProbe = change -> change.topic() == Topic.PROBE
                && change.container().equals(symptom.part())
                && change.edit().path().contains("/" + kind.field());
        return new ProbeTrouble(
                kind,
                container,
                probe,
                heard.answer(),
                heard.said(),
                port(probe.port(), container),
                open(kind, container),
                OpenPorts.in(words),
                LastWords.beside(symptom, inquiry).size() == 1,
                Containers.status(symptom, inquiry),
                Recent.change(workload, symptom, inquiry, ofProbe),
                words);
    }

    /** A mesh asks the container itself, at an address of its own. */
    private static boolean rewritten(Probe probe) {
        return probe.path().startsWith("/app-health/");
    }

    /** Ports that the container declares, and those that its other probes ask. */
    private static Set<Integer> open(ProbeKind kind, ContainerSpec container) {
        Set<Integer> open = new TreeSet<>();
        container.ports().forEach(port -> open.add(port.number()));
        kind.others(container).forEach(other -> open.add(port(other.port(), container)));
        open.remove(0);
        return open;
    }

    /** 0 when it has none, or a name that no port of the container has. */
    static int port(String numberOrName, ContainerSpec container) {
        return numberOrName.matches("\\d{1,5}")
                ? Integer.parseInt(numberOrName)
                : container.ports().stream()
                        .filter(port -> port.name().equals(numberOrName))
                        .mapToInt(ContainerPort::number)
                        .findFirst()
                        .orElse(0);
    }

    /** Whether the port asked is one that the container is known to have. */
    boolean portIsRight() {
        return port != 0 && (heard.isEmpty() ? open.contains(port) : heard.contains(port));
    }

    boolean ready() {
        return status.map(ContainerStatus::ready).orElse(false);
    }

    /** Whether another probe of the container asks in the same way at the same port. */
    boolean askedAlike() {
        return kind.others(container).stream()
                .anyMatch(other -> other.how() == probe.how() && port(other.port(), container) == port);
    }

    /** Whether another probe asks at the same port in another way. */
    boolean askedOtherwise() {
        return kind.others(container).stream()
                .anyMatch(other -> other.how() != probe.how() && port(other.port(), container) == port);
    }

    /** How many seconds the last instance that ended lived; nothing when none has. */
    Optional<Long> lived() {
        return status.flatMap(ContainerStatus::lastEnd)
                .filter(end -> end.started().isAfter(Instant.EPOCH))
                .map(end -> Duration.between(end.started(), end.at()).toSeconds());
    }

    /** Whether it did not end by itself, as far as the exit code tells: by SIGTERM, SIGKILL, or in peace when asked to. */
    boolean killed() {
        return status.flatMap(ContainerStatus::lastEnd)
                .map(ContainerState.Ended::exitCode)
                .filter(code -> code == 137 || code == 143 || code == 0 || code == 130)
                .isPresent();
    }
}
