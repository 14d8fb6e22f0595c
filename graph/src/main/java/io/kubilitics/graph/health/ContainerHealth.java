package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.ContainerSpec.Role;
import io.kubilitics.graph.facts.ContainerState.Ended;
import io.kubilitics.graph.facts.ContainerState.Running;
import io.kubilitics.graph.facts.ContainerState.Waiting;
import io.kubilitics.graph.facts.ContainerStatus;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Probes;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.EventNote;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What is unwell about one container of a pod. */
final class ContainerHealth {

    /** An end longer ago than this, with the container running since, is history. */
    private static final Duration RECENT = Duration.ofMinutes(5);
    /** One that ends again and again is given longer to prove that it has stopped. */
    private static final Duration RECENT_OF_MANY = Duration.ofMinutes(15);

    private static final int MANY = 3;

    private static final Set<String> NOT_PULLED = Set.of(
            "ErrImagePull",
            "ImagePullBackOff",
            "InvalidImageName",
            "ErrImageNeverPull",
            "ImageInspectError",
            "RegistryUnavailable",
            "SignatureValidationFailed");

    private ContainerHealth() {}

    static Optional<Symptom> symptom(Resource pod, PodFacts facts, ContainerStatus status, Look look) {
        return switch (status.now()) {
            case Waiting waiting
            when NOT_PULLED.contains(waiting.reason()) ->
                Optional.of(waits(Ailment.IMAGE_NOT_PULLED, pod, status, waiting));
            case Waiting waiting
            when waiting.reason().equals("CrashLoopBackOff") ->
                status.lastEnd()
                        .flatMap(end -> ended(pod, facts, status, end))
                        .or(() -> Optional.of(waits(Ailment.CRASHING, pod, status, waiting)));
            // CreateContainerConfigError, RunContainerError, PreStartHookError and their like.
            case Waiting waiting
            when waiting.reason().endsWith("Error") ->
                Optional.of(waits(Ailment.CONTAINER_NOT_CREATED, pod, status, waiting));
            case Waiting _ -> status.lastEnd().flatMap(end -> ended(pod, facts, status, end));
            case Ended end -> ended(pod, facts, status, end);
            case Running running -> running(pod, facts, status, running, look);
        };
    }

    private static Symptom waits(Ailment ailment, Resource pod, ContainerStatus status, Waiting waiting) {
        return Look.symptom(ailment, pod, status.name(), waiting.message());
    }

    private static Optional<Symptom> running(
            Resource pod, PodFacts facts, ContainerStatus status, Running running, Look look) {
        Duration recent = status.restarts() >= MANY ? RECENT_OF_MANY : RECENT;
        Optional<Ended> before = status.before().filter(end -> look.within(end.at(), recent));
        Optional<Symptom> ended = before.flatMap(end -> ended(pod, facts, status, end));
        if (ended.isPresent()) {
            return ended;
        }
        Instant since = facts.condition("ContainersReady")
                .or(() -> facts.condition("Ready"))
                .map(Condition::since)
                .filter(unready -> unready.isAfter(running.since()))
                .orElse(running.since());
        boolean waitedFor = status.role() == Role.MAIN || status.role() == Role.SIDECAR;
        boolean late = waitedFor && !status.ready() && look.lasting(since, patience(facts, status));
        return late
                ? Optional.of(new Symptom(Ailment.NOT_READY, pod.ref(), status.name(), probe(pod, look), since))
                : Optional.empty();
    }

    /** As long as its own probes would wait, but a minute at least. */
    private static Duration patience(PodFacts facts, ContainerStatus status) {
        Probes probes = facts.template()
                .container(status.name())
                .map(container -> container.probes())
                .orElse(Probes.NONE);
        int seconds = probes.startup().map(probe -> probe.timing().patience()).orElse(0)
                + probes.readiness().map(probe -> probe.timing().delay()).orElse(0);
        Duration own = Duration.ofSeconds(Math.max(0, seconds));
        return own.compareTo(Look.PATIENCE) > 0 ? own : Look.PATIENCE;
    }

    private static String probe(Resource pod, Look look) {
        return look.warning(pod.ref(), Set.of("Unhealthy"))
                .map(EventNote::message)
                .orElse("");
    }

    /** An end with success is one only where the container was not meant to stay. */
    static Optional<Symptom> ended(Resource pod, PodFacts facts, ContainerStatus status, Ended end) {
        if (end.outOfMemory()) {
            return Optional.of(new Symptom(Ailment.OUT_OF_MEMORY, pod.ref(), status.name(), end.message(), end.at()));
        }
        boolean mayEnd = status.role() == Role.INIT
                || status.restarts() == 0
                || !facts.template().settings().restartPolicy().equals("Always");
        String says = "exit code %d %s".formatted(end.exitCode(), end.message()).strip();
        return end.exitCode() == 0 && mayEnd
                ? Optional.empty()
                : Optional.of(new Symptom(Ailment.CRASHING, pod.ref(), status.name(), says, end.at()));
    }
}
