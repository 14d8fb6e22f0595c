package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.ContainerState.Ended;
import io.kubilitics.graph.facts.ContainerState.Running;
import io.kubilitics.graph.facts.ContainerState.Waiting;
import io.kubilitics.graph.facts.ContainerStatus;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is unwell about a pod. One that is being deleted or has done its work is not unwell. */
final class PodHealth {

    /** A container may take so long to become ready, and a pod to find a node, before anyone should wonder. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** An end longer ago than this, with the container running since, is history. */
    private static final Duration RECENT = Duration.ofMinutes(5);

    private static final Set<String> NOT_CREATED =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError", "PreStartHookError");
    private static final Set<String> NOT_PULLED =
            Set.of("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull");

    private PodHealth() {}

    static Stream<Symptom> symptoms(Resource pod, PodFacts facts, Instant now) {
        if (pod.meta().deleting() || facts.finished()) {
            return Stream.empty();
        }
        if (facts.node().isEmpty()) {
            return unscheduled(pod, facts, now).stream();
        }
        return facts.statuses().stream().flatMap(status -> symptom(pod, status, now).stream());
    }

    private static Optional<Symptom> unscheduled(Resource pod, PodFacts facts, Instant now) {
        return facts.condition("PodScheduled")
                .filter(condition ->
                        !condition.holds() && condition.since().plus(PATIENCE).isBefore(now))
                .map((Condition condition) ->
                        new Symptom(Ailment.UNSCHEDULED, pod.ref(), "", condition.message(), condition.since()));
    }

    private static Optional<Symptom> symptom(Resource pod, ContainerStatus status, Instant now) {
        return switch (status.now()) {
            case Waiting waiting
            when NOT_CREATED.contains(waiting.reason()) ->
                Optional.of(symptom(Ailment.CONTAINER_NOT_CREATED, pod, status, waiting.message()));
            case Waiting waiting
            when NOT_PULLED.contains(waiting.reason()) ->
                Optional.of(symptom(Ailment.IMAGE_NOT_PULLED, pod, status, waiting.message()));
            case Waiting _ -> status.lastEnd().flatMap(end -> ended(pod, status, end));
            case Ended end -> ended(pod, status, end);
            case Running running -> running(pod, status, running, now);
        };
    }

    private static Optional<Symptom> running(Resource pod, ContainerStatus status, Running running, Instant now) {
        Optional<Ended> recent =
                status.before().filter(end -> end.at().plus(RECENT).isAfter(now));
        if (recent.isPresent()) {
            return ended(pod, status, recent.get());
        }
        boolean late = !status.ready() && running.since().plus(PATIENCE).isBefore(now);
        return late
                ? Optional.of(new Symptom(Ailment.NOT_READY, pod.ref(), status.name(), "", running.since()))
                : Optional.empty();
    }

    private static Optional<Symptom> ended(Resource pod, ContainerStatus status, Ended end) {
        if (end.outOfMemory()) {
            return Optional.of(new Symptom(Ailment.OUT_OF_MEMORY, pod.ref(), status.name(), end.message(), end.at()));
        }
        String says = "exit code %d %s".formatted(end.exitCode(), end.message()).strip();
        return end.exitCode() == 0 && status.restarts() == 0
                ? Optional.empty()
                : Optional.of(new Symptom(Ailment.CRASHING, pod.ref(), status.name(), says, end.at()));
    }

    private static Symptom symptom(Ailment ailment, Resource pod, ContainerStatus status, String says) {
        return new Symptom(ailment, pod.ref(), status.name(), says, pod.meta().created());
    }
}
