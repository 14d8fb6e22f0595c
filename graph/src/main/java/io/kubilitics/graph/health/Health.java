package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ApiServiceFacts;
import io.kubilitics.graph.facts.AttachmentFacts;
import io.kubilitics.graph.facts.AutoscalerFacts;
import io.kubilitics.graph.facts.Background;
import io.kubilitics.graph.facts.BudgetFacts;
import io.kubilitics.graph.facts.ClaimFacts;
import io.kubilitics.graph.facts.ClassFacts;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.CronJobFacts;
import io.kubilitics.graph.facts.CustomResourceFacts;
import io.kubilitics.graph.facts.DaemonSetFacts;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.GatewayFacts;
import io.kubilitics.graph.facts.IngressFacts;
import io.kubilitics.graph.facts.JobFacts;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.OpaqueFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.ReplicaSetFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.RouteFacts;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.facts.StatefulSetFacts;
import io.kubilitics.graph.facts.VerticalAutoscalerFacts;
import io.kubilitics.graph.facts.VolumeFacts;
import io.kubilitics.graph.facts.WebhooksFacts;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at every resource of a scope and names what is unwell. Pure: the same world and time, the same symptoms. Unwell is what
 * does not work now, never what could be done better; {@code docs/symptoms.md} has the whole list.
 */
public final class Health {

    private Health() {}

    /** Sorted, so that the same world always gives the same list. */
    public static List<Symptom> symptoms(World world, Scope scope, Instant now) {
        Look look = new Look(world, now);
        return world.all()
                .filter(resource -> scope.includes(world, resource.ref()))
                .flatMap(resource -> of(resource, look))
                .sorted(Comparator.comparing(Symptom::subject)
                        .thenComparing(Symptom::ailment)
                        .thenComparing(Symptom::part))
                .distinct()
                .toList();
    }

    /** What is unwell about one resource itself. */
    public static List<Symptom> of(World world, ResourceRef ref, Instant now) {
        return world.find(ref).stream()
                .flatMap(resource -> of(resource, new Look(world, now)))
                .distinct()
                .toList();
    }

    /** What is on its way out is asked only whether it gets there. */
    private static Stream<Symptom> of(Resource resource, Look look) {
        return resource.meta().deleting() ? DeletionHealth.symptoms(resource, look) : working(resource, look);
    }

    private static Stream<Symptom> working(Resource resource, Look look) {
        return switch (resource.facts()) {
            case PodFacts pod -> PodHealth.symptoms(resource, pod, look);
            case DeploymentFacts deployment -> DeploymentHealth.symptoms(resource, deployment, look);
            case ReplicaSetFacts replicas -> ReplicaSetHealth.symptoms(resource, replicas, look);
            case StatefulSetFacts set -> StatefulSetHealth.symptoms(resource, set, look);
            case DaemonSetFacts set -> DaemonSetHealth.symptoms(resource, set, look);
            case JobFacts job -> JobHealth.symptoms(resource, job, look);
            case CronJobFacts cron -> CronJobHealth.symptoms(resource, cron, look);
            case ServiceFacts service -> ServiceHealth.symptoms(resource, service, look);
            case IngressFacts ingress -> IngressHealth.symptoms(resource, ingress, look);
            case ClassFacts gateways -> GatewayHealth.symptoms(resource, gateways, look);
            case GatewayFacts gateway -> GatewayHealth.symptoms(resource, gateway, look);
            case RouteFacts route -> RouteHealth.symptoms(resource, route, look);
            case ConfigFacts config -> SecretHealth.symptoms(resource, config, look);
            case ClaimFacts claim -> ClaimHealth.symptoms(resource, claim, look);
            case VolumeFacts volume -> VolumeHealth.symptoms(resource, volume);
            case AttachmentFacts attachment -> VolumeHealth.symptoms(resource, attachment, look);
            case NodeFacts node -> NodeHealth.symptoms(resource, node, look);
            case AutoscalerFacts autoscaler -> AutoscalerHealth.symptoms(resource, autoscaler, look);
            case VerticalAutoscalerFacts autoscaler -> AutoscalerHealth.symptoms(resource, autoscaler, look);
            case BudgetFacts budget -> BudgetHealth.symptoms(resource, budget, look);
            case WebhooksFacts webhooks -> ApiHealth.symptoms(resource, webhooks, look);
            case ApiServiceFacts api -> ApiHealth.symptoms(resource, api, look);
            case CustomResourceFacts definition -> ApiHealth.symptoms(resource, definition, look);
            case OpaqueFacts opaque -> OpaqueHealth.symptoms(resource, opaque, look);
            case Background _ -> Stream.empty();
        };
    }

    /** The kinds without which nothing can be called healthy. */
    public static List<Kind> needed() {
        return List.of(Kind.POD, Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.NODE, Kind.CONFIG_MAP);
    }
}
