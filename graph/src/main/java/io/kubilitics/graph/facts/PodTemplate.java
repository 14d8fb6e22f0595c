package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workload makes its pods from.
 *
 * @param containers all of them, each with its role: those that start first stand first
 */
public record PodTemplate(
        Map<String, String> labels,
        List<ContainerSpec> containers,
        List<VolumeUse> volumes,
        Placement placement,
        PodSettings settings) {

    public PodTemplate {
        labels = Map.copyOf(labels);
        containers = List.copyOf(containers);
        volumes = List.copyOf(volumes);
    }

    public Optional<ContainerSpec> container(String name) {
        return containers.stream()
                .filter(container -> container.name().equals(name))
                .findFirst();
    }

    /** What an object makes its pods from, or is itself made from when it is a pod. */
    public static Optional<PodTemplate> of(Facts facts) {
        return switch (facts) {
            case PodFacts pod -> Optional.of(pod.template());
            case DeploymentFacts deployment -> Optional.of(deployment.template());
            case ReplicaSetFacts replicas -> Optional.of(replicas.template());
            case StatefulSetFacts set -> Optional.of(set.template());
            case DaemonSetFacts set -> Optional.of(set.template());
            case JobFacts job -> Optional.of(job.template());
            case CronJobFacts cron -> Optional.of(cron.template());
            default -> Optional.empty();
        };
    }
}
