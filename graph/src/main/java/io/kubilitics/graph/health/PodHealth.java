package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.ContainerSpec.Role;
import io.kubilitics.graph.facts.ContainerState.Running;
import io.kubilitics.graph.facts.ContainerState.Waiting;
import io.kubilitics.graph.facts.ContainerStatus;
import io.kubilitics.graph.facts.DaemonSetFacts;
import io.kubilitics.graph.facts.JobFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.ReplicaSetFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.StatefulSetFacts;
import io.kubilitics.graph.world.EventNote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is unwell about a pod. One that has done its work is not unwell, nor one that is held back on purpose. */
final class PodHealth {

    /** Images are large and networks slow. */
    private static final Duration SLOW_START = Duration.ofMinutes(10);
    /** A pod that failed longer ago, and was replaced, is a record. */
    private static final Duration NEWS = Duration.ofHours(1);

    private static final Set<String> NOT_MOUNTED =
            Set.of("FailedMount", "FailedAttachVolume", "FailedMapVolume", "FailedMountOnFilesystemMismatch");
    private static final Set<String> NO_SANDBOX =
            Set.of("FailedCreatePodSandBox", "FailedPodSandBoxStatus", "NetworkNotReady", "FailedCreatePodContainer");

    private PodHealth() {}

    static Stream<Symptom> symptoms(Resource pod, PodFacts facts, Look look) {
        if (facts.finished()) {
            return Stream.empty();
        }
        if (facts.failed()) {
            return failed(pod, facts, look);
        }
        if (facts.node().isEmpty()) {
            return facts.gates().isEmpty() ? unscheduled(pod, facts, look).stream() : Stream.empty();
        }
        List<Symptom> ofContainers = facts.statuses().stream()
                .filter(status -> status.role() != Role.EPHEMERAL)
                .flatMap(status -> ContainerHealth.symptom(pod, facts, status, look).stream())
                .toList();
        return ofContainers.isEmpty() ? asAWhole(pod, facts, look).stream() : ofContainers.stream();
    }

    private static Optional<Symptom> unscheduled(Resource pod, PodFacts facts, Look look) {
        Optional<Condition> scheduled = facts.condition("PodScheduled");
        if (scheduled.isEmpty()) {
            return look.lasting(pod.meta().created(), Look.PATIENCE)
                    ? Optional.of(Look.symptom(Ailment.UNSCHEDULED, pod, "", "no scheduler has looked at it"))
                    : Optional.empty();
        }
        return scheduled
                .filter(condition -> !condition.holds() && look.lasting(condition.since(), Look.PATIENCE))
                .map(condition -> Look.symptom(Ailment.UNSCHEDULED, pod, condition));
    }

    /** A failed pod is kept as a record; it is unwell while it is missing, or when it has just happened. */
    private static Stream<Symptom> failed(Resource pod, PodFacts facts, Look look) {
        Optional<ResourceRef> owner = look.world().owner(pod.ref());
        boolean missing = owner.map(ref -> !replaced(ref, look)).orElse(true);
        Instant since = ended(pod, facts);
        boolean job = owner.map(ref -> ref.kind().equals(Kind.JOB)).orElse(false);
        if (!missing && (job || look.lasting(since, NEWS))) {
            return Stream.empty();
        }
        if (facts.reason().equals("Evicted")) {
            return Stream.of(new Symptom(Ailment.EVICTED, pod.ref(), "", facts.message(), since));
        }
        List<Symptom> ofContainers = facts.statuses().stream()
                .flatMap(status ->
                        status.lastEnd().flatMap(end -> ContainerHealth.ended(pod, facts, status, end)).stream())
                .toList();
        String says = "%s %s".formatted(facts.reason(), facts.message()).strip();
        return ofContainers.isEmpty()
                ? Stream.of(new Symptom(Ailment.POD_FAILED, pod.ref(), "", says, since))
                : ofContainers.stream();
    }

    private static Instant ended(Resource pod, PodFacts facts) {
        return facts.statuses().stream()
                .flatMap(status -> status.lastEnd().stream())
                .map(end -> end.at())
                .reduce(pod.meta().created(), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Whether its owner has what it needs without it. */
    private static boolean replaced(ResourceRef owner, Look look) {
        return look.world()
                .find(owner)
                .map(resource -> switch (resource.facts()) {
                    case ReplicaSetFacts set -> set.ready() >= set.desired();
                    case StatefulSetFacts set -> set.ready() >= set.desired();
                    case DaemonSetFacts set -> set.ready() >= set.desired();
                    case JobFacts job ->
                        job.complete()
                                || job.pods().active() > 0
                                || JobHealth.symptoms(resource, job, look)
                                        .findAny()
                                        .isEmpty();
                    default -> false;
                })
                .orElse(false);
    }

    /** No container complains: perhaps none got so far. */
    private static Optional<Symptom> asAWhole(Resource pod, PodFacts facts, Look look) {
        boolean begun = facts.statuses().stream().anyMatch(status -> status.now() instanceof Running);
        boolean waiting = facts.statuses().isEmpty()
                || facts.statuses().stream()
                        .filter(status -> status.role() == Role.MAIN)
                        .anyMatch(PodHealth::waits);
        if (waiting) {
            return begun && !look.lasting(start(pod, facts), SLOW_START)
                    ? Optional.empty()
                    : starting(pod, facts, look);
        }
        // The containers are ready, and still the pod is not: a gate, or its node.
        return facts.condition("Ready")
                .filter(ready -> !ready.holds() && look.lasting(ready.since(), Look.PATIENCE))
                .filter(_ -> facts.statuses().stream()
                        .filter(status -> status.role() == Role.MAIN)
                        .allMatch(ContainerStatus::ready))
                .map(ready -> Look.symptom(Ailment.NOT_READY, pod, ready));
    }

    private static boolean waits(ContainerStatus status) {
        return status.now() instanceof Waiting;
    }

    private static Optional<Symptom> starting(Resource pod, PodFacts facts, Look look) {
        Instant since = start(pod, facts);
        Optional<EventNote> mount = look.warning(pod.ref(), NOT_MOUNTED);
        if (mount.filter(event -> tells(event, since, look)).isPresent()) {
            return mount.map(event -> new Symptom(Ailment.VOLUME_NOT_MOUNTED, pod.ref(), "", event.message(), since));
        }
        Optional<EventNote> sandbox = look.warning(pod.ref(), NO_SANDBOX);
        if (sandbox.filter(event -> tells(event, since, look)).isPresent()) {
            return sandbox.map(
                    event -> new Symptom(Ailment.SANDBOX_NOT_CREATED, pod.ref(), "", event.message(), since));
        }
        return look.lasting(since, SLOW_START)
                ? Optional.of(new Symptom(Ailment.NOT_STARTING, pod.ref(), "", facts.message(), since))
                : Optional.empty();
    }

    /** A first failure may pass by itself, while the network or the volume is still being made. */
    private static boolean tells(EventNote event, Instant since, Look look) {
        return event.count() >= 3 || look.lasting(since, Look.PATIENCE);
    }

    private static Instant start(Resource pod, PodFacts facts) {
        return facts.condition("PodScheduled")
                .map(Condition::since)
                .filter(since -> since.isAfter(pod.meta().created()))
                .orElse(pod.meta().created());
    }
}
