package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.facts.CronJobFacts;
import io.kubilitics.graph.facts.DaemonSetFacts;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.JobFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.ReplicaSetFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.StatefulSetFacts;
import java.util.Optional;

/** What a workload of any kind makes its pods from. */
final class Templates {

    private Templates() {}

    static Optional<PodTemplate> of(Resource resource) {
        return switch (resource.facts()) {
            case PodFacts pod -> Optional.of(pod.template());
            case DeploymentFacts deployment -> Optional.of(deployment.template());
            case ReplicaSetFacts replicaSet -> Optional.of(replicaSet.template());
            case StatefulSetFacts set -> Optional.of(set.template());
            case DaemonSetFacts set -> Optional.of(set.template());
            case JobFacts job -> Optional.of(job.template());
            case CronJobFacts cron -> Optional.of(cron.template());
            default -> Optional.empty();
        };
    }
}
