package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.LeaseFacts;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is unwell about a node. One that takes no new pods because somebody said so is not. */
final class NodeHealth {

    private static final Map<String, Ailment> BAD_WHEN_TRUE = Map.of(
            "MemoryPressure", Ailment.MEMORY_PRESSURE,
            "DiskPressure", Ailment.DISK_PRESSURE,
            "PIDPressure", Ailment.PID_PRESSURE,
            "NetworkUnavailable", Ailment.NODE_NETWORK_UNAVAILABLE);

    /** What the node problem detector reports. Of other conditions nobody can know whether they are good or bad. */
    private static final Set<String> PROBLEMS = Set.of(
            "KernelDeadlock",
            "ReadonlyFilesystem",
            "FrequentKubeletRestart",
            "FrequentDockerRestart",
            "FrequentContainerdRestart",
            "FrequentUnregisterNetDevice",
            "CorruptDockerOverlay2",
            "KubeletUnhealthy",
            "ContainerRuntimeUnhealthy",
            "NTPProblem",
            "XfsShutdown");

    private NodeHealth() {}

    static Stream<Symptom> symptoms(Resource node, NodeFacts facts, Look look) {
        Stream<Symptom> told = facts.conditions().stream()
                .flatMap(condition ->
                        ailment(condition).map(ailment -> Look.symptom(ailment, node, condition)).stream());
        return facts.ready() ? Stream.concat(told, silent(node, look)) : told;
    }

    /** A node of which nothing is known is not ready, and its other conditions are only what it said last. */
    private static Optional<Ailment> ailment(Condition condition) {
        if (condition.is("Ready")) {
            return condition.holds() ? Optional.empty() : Optional.of(Ailment.NODE_NOT_READY);
        }
        if (!condition.holds()) {
            return Optional.empty();
        }
        return PROBLEMS.contains(condition.type())
                ? Optional.of(Ailment.NODE_PROBLEM)
                : Optional.ofNullable(BAD_WHEN_TRUE.get(condition.type()));
    }

    /** It is still called ready, but has stopped to say so. */
    private static Stream<Symptom> silent(Resource node, Look look) {
        return look.world()
                .from(node.ref(), Relation.Type.HEARTBEAT_OF)
                .filter((ResourceRef lease) -> lease.kind().equals(Kind.LEASE))
                .flatMap(lease -> look.world().find(lease).stream())
                .flatMap(lease -> lease.facts() instanceof LeaseFacts beat && beat.stale(look.now())
                        ? Stream.of(new Symptom(
                                Ailment.HEARTBEAT_STALE, node.ref(), "", "last seen " + beat.renewed(), beat.renewed()))
                        : Stream.empty());
    }
}
