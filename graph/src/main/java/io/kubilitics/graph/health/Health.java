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
import io.kubilitics.graph.observe.Observers;
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

    private static final List<Kind> ALWAYS_THERE =
            List.of(Kind.POD, Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.NODE, Kind.CONFIG_MAP);

    /** Those that are looked at here, and those by which others are judged: Services by their endpoints, nodes by their leases. */
    private static final List<Kind> CAN_BE_UNWELL = List.of(
            Kind.POD,
            Kind.DEPLOYMENT,
            Kind.REPLICA_SET,
            Kind.STATEFUL_SET,
            Kind.DAEMON_SET,
            Kind.JOB,
            Kind.CRON_JOB,
            Kind.NODE,
            Kind.LEASE,
            Kind.CONFIG_MAP,
            Kind.SECRET,
            Kind.SERVICE,
            Kind.ENDPOINT_SLICE,
            Kind.INGRESS,
            Kind.INGRESS_CLASS,
            Kind.GATEWAY_CLASS,
            Kind.GATEWAY,
            Kind.HTTP_ROUTE,
            Kind.CLAIM,
            Kind.VOLUME,
            Kind.STORAGE_CLASS,
            Kind.VOLUME_ATTACHMENT,
            Kind.AUTOSCALER,
            Kind.VERTICAL_AUTOSCALER,
            Kind.DISRUPTION_BUDGET,
            Kind.VALIDATING_WEBHOOKS,
            Kind.MUTATING_WEBHOOKS,
            Kind.API_SERVICE,
            Kind.CUSTOM_RESOURCE,
            Kind.EVENT);

    private Health() {}

    /** Every kind of Kubernetes itself that can be unwell, or by which others are judged. */
    static List<Kind> kinds() {
        return CAN_BE_UNWELL;
    }

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

    /**
     * Kinds whose absence from sight may hide an ailment in the scope; while there are any, nothing is called healthy.
     *
     * <p>Two things hide a kind. One is that nobody looked: that counts for the few kinds which any cluster that runs something
     * has. A recording that holds no Ingress or Job mostly comes from where there is none, and to doubt each of them for every
     * kind that it lacks would leave no answer worth reading. The other is that somebody looked and was refused, or was told only
     * the outlines: that counts for every kind that can be unwell in the scope. A kind that the cluster does not have was listed,
     * and nothing was found; who was not allowed to look found nothing either, but knows less.
     */
    public static List<Kind> hidden(World world, Scope scope) {
        Stream<Kind> unlooked = ALWAYS_THERE.stream().filter(kind -> !scope.sees(world, kind));
        Stream<Kind> withheld = Stream.concat(CAN_BE_UNWELL.stream(), understoodBesides(world))
                .filter(scope::mayHold)
                .filter(kind -> (!scope.sees(world, kind) && scope.refused(world, kind))
                        || world.coverage().of(kind).outlined() > 0);
        return Stream.concat(unlooked, withheld).distinct().toList();
    }

    /** Custom kinds whose state we know how to read; one that is not understood tells little by being well. */
    private static Stream<Kind> understoodBesides(World world) {
        return world.coverage().kinds().keySet().stream()
                .filter(kind ->
                        !Kind.KNOWN.contains(kind) && Observers.understood().contains(kind));
    }

    /** The kinds that {@link #hidden} names, each with what of it cannot be seen, in half a sentence. */
    public static Stream<String> unseen(World world, Scope scope) {
        return hidden(world, scope).stream().map(kind -> unseen(world, kind));
    }

    private static String unseen(World world, Kind kind) {
        int outlined = world.coverage().of(kind).outlined();
        if (outlined > 0) {
            return "%d %ss are known by their metadata alone, for lack of memory".formatted(outlined, kind);
        }
        return world.all(kind).findAny().isPresent()
                ? "whether there are more %ss than these cannot be told".formatted(kind)
                : kind + "s are not visible";
    }
}
