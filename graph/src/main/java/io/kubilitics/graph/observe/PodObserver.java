package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ContainerState;
import io.kubilitics.graph.facts.ContainerStatus;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Relation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pods. */
final class PodObserver implements Observer<Pod> {

    @Override
    public Kind kind() {
        return Kind.POD;
    }

    @Override
    public Class<Pod> model() {
        return Pod.class;
    }

    @Override
    public List<Observation> observe(Pod pod) {
        ResourceRef ref = Reading.ref(kind(), pod);
        PodTemplate template = Templates.template(ref.namespace(), pod.getSpec());
        String node = Reading.text(pod.getSpec().getNodeName());
        PodStatus status = Optional.ofNullable(pod.getStatus()).orElseGet(PodStatus::new);
        PodFacts facts = new PodFacts(
                Reading.text(status.getPhase()),
                node,
                template,
                Reading.list(status.getContainerStatuses()).stream()
                        .map(PodObserver::status)
                        .toList(),
                Reading.list(status.getConditions()).stream()
                        .map(it -> Reading.condition(
                                it.getType(),
                                it.getStatus(),
                                it.getReason(),
                                it.getMessage(),
                                it.getLastTransitionTime()))
                        .toList());
        Stream<Relation> scheduled = node.isEmpty()
                ? Stream.empty()
                : Stream.of(new Relation(Relation.Type.SCHEDULED_ON, ref, ResourceRef.clusterWide(Kind.NODE, node)));
        return Reading.seen(kind(), pod, facts, Stream.concat(scheduled, Templates.reads(ref, template)));
    }

    private static ContainerStatus status(io.fabric8.kubernetes.api.model.ContainerStatus status) {
        var last = status.getLastState();
        return new ContainerStatus(
                status.getName(),
                Reading.yes(status.getReady()),
                Reading.number(status.getRestartCount()),
                state(status.getState()),
                last == null
                        ? Optional.empty()
                        : Optional.ofNullable(last.getTerminated()).map(PodObserver::ended));
    }

    /** A container of which nothing is told yet is waiting. */
    private static ContainerState state(io.fabric8.kubernetes.api.model.@Nullable ContainerState state) {
        if (state != null && state.getRunning() != null) {
            return new ContainerState.Running(Reading.time(state.getRunning().getStartedAt()));
        }
        if (state != null && state.getTerminated() != null) {
            return ended(state.getTerminated());
        }
        var waiting = state == null ? null : state.getWaiting();
        return new ContainerState.Waiting(
                waiting == null ? "" : Reading.text(waiting.getReason()),
                waiting == null ? "" : Reading.text(waiting.getMessage()));
    }

    private static ContainerState.Ended ended(ContainerStateTerminated ended) {
        return new ContainerState.Ended(
                Reading.text(ended.getReason()),
                Reading.number(ended.getExitCode()),
                Reading.text(ended.getMessage()),
                Reading.time(ended.getStartedAt()),
                Reading.time(ended.getFinishedAt()));
    }
}
