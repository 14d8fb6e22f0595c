package io.kubilitics.graph.observe;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.Kept;
import io.kubilitics.graph.world.Observation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Every kind that is understood, each with its observer; any other is read as what all kinds have alike. Objects come from
 * outside and may hold anything: an observer reads what it can and never fails.
 */
public final class Observers {

    private static final Observer ANY = new OpaqueObserver();

    private static final Map<Kind, Observer> BY_KIND = Map.ofEntries(
            entry(Kind.POD, new PodObserver()),
            entry(Kind.NODE, new NodeObserver()),
            entry(Kind.NAMESPACE, new NamespaceObserver()),
            entry(Kind.DEPLOYMENT, new DeploymentObserver()),
            entry(Kind.REPLICA_SET, new ReplicaSetObserver()),
            entry(Kind.STATEFUL_SET, new StatefulSetObserver()),
            entry(Kind.DAEMON_SET, new DaemonSetObserver()),
            entry(Kind.JOB, new JobObserver()),
            entry(Kind.CRON_JOB, new CronJobObserver()),
            entry(Kind.SERVICE, new ServiceObserver()),
            entry(Kind.ENDPOINT_SLICE, new EndpointSliceObserver()),
            entry(Kind.ENDPOINTS, new EndpointsObserver()),
            entry(Kind.INGRESS, new IngressObserver()),
            entry(Kind.INGRESS_CLASS, new IngressClassObserver()),
            entry(Kind.GATEWAY, new GatewayObserver()),
            entry(Kind.GATEWAY_CLASS, new GatewayClassObserver()),
            entry(Kind.HTTP_ROUTE, new RouteObserver()),
            entry(new Kind(Kind.GATEWAY.group(), "GRPCRoute"), new RouteObserver()),
            entry(new Kind(Kind.GATEWAY.group(), "TLSRoute"), new RouteObserver()),
            entry(new Kind(Kind.GATEWAY.group(), "TCPRoute"), new RouteObserver()),
            entry(Kind.NETWORK_POLICY, new NetworkPolicyObserver()),
            entry(Kind.CONFIG_MAP, new ConfigMapObserver()),
            entry(Kind.SECRET, new SecretObserver()),
            entry(Kind.SERVICE_ACCOUNT, new ServiceAccountObserver()),
            entry(Kind.ROLE, new RoleObserver()),
            entry(Kind.CLUSTER_ROLE, new RoleObserver()),
            entry(Kind.ROLE_BINDING, new RoleBindingObserver()),
            entry(Kind.CLUSTER_ROLE_BINDING, new RoleBindingObserver()),
            entry(Kind.CLAIM, new ClaimObserver()),
            entry(Kind.VOLUME, new VolumeObserver()),
            entry(Kind.STORAGE_CLASS, new StorageClassObserver()),
            entry(Kind.CSI_DRIVER, new CsiDriverObserver()),
            entry(Kind.CSI_NODE, new CsiNodeObserver()),
            entry(Kind.VOLUME_ATTACHMENT, new VolumeAttachmentObserver()),
            entry(Kind.AUTOSCALER, new AutoscalerObserver()),
            entry(Kind.VERTICAL_AUTOSCALER, new VerticalAutoscalerObserver()),
            entry(Kind.DISRUPTION_BUDGET, new DisruptionBudgetObserver()),
            entry(Kind.QUOTA, new QuotaObserver()),
            entry(Kind.LIMIT_RANGE, new LimitRangeObserver()),
            entry(Kind.PRIORITY_CLASS, new PriorityClassObserver()),
            entry(Kind.LEASE, new LeaseObserver()),
            entry(Kind.VALIDATING_WEBHOOKS, new WebhooksObserver()),
            entry(Kind.MUTATING_WEBHOOKS, new WebhooksObserver()),
            entry(Kind.VALIDATING_POLICY, new AdmissionPolicyObserver()),
            entry(Kind.MUTATING_POLICY, new AdmissionPolicyObserver()),
            entry(Kind.VALIDATING_POLICY_BINDING, new AdmissionBindingObserver(Kind.VALIDATING_POLICY)),
            entry(Kind.MUTATING_POLICY_BINDING, new AdmissionBindingObserver(Kind.MUTATING_POLICY)),
            entry(Kind.API_SERVICE, new ApiServiceObserver()),
            entry(Kind.CUSTOM_RESOURCE, new CustomResourceObserver()),
            entry(new Kind("argoproj.io", "Application"), new ArgoApplicationObserver()),
            entry(new Kind("kustomize.toolkit.fluxcd.io", "Kustomization"), new FluxObserver()),
            entry(new Kind("helm.toolkit.fluxcd.io", "HelmRelease"), new FluxObserver()),
            entry(new Kind("cert-manager.io", "Certificate"), new CertificateObserver()),
            entry(new Kind("external-secrets.io", "ExternalSecret"), new ExternalSecretObserver()));

    private static final ObjectMapper JSON = new ObjectMapper();

    private Observers() {}

    /** The kinds that have an observer of their own; Events are understood too, as notes about others. */
    public static Set<Kind> understood() {
        return BY_KIND.keySet();
    }

    /** What an object tells, from JSON as it comes over the wire or from a file; nothing when it has no name. */
    public static List<Observation> observe(Kind kind, String json) throws JsonProcessingException {
        JsonNode object = JSON.readTree(json);
        return observe(kind, object, () -> Kept.of(json, object));
    }

    /** The same from an object that was read already. */
    public static List<Observation> observe(Kind kind, JsonNode object) {
        return observe(kind, object, () -> Kept.of(object.toString(), object));
    }

    /** The same of an object that was packed already. */
    public static List<Observation> observe(Kind kind, JsonNode object, Kept kept) {
        return observe(kind, object, () -> kept);
    }

    private static List<Observation> observe(Kind kind, JsonNode object, Supplier<Kept> kept) {
        if (EventObserver.understands(kind)) {
            return EventObserver.observe(new Field(object));
        }
        return Sight.of(kind, object)
                .<List<Observation>>map(sight ->
                        List.of(sight.seen(BY_KIND.getOrDefault(kind, ANY).observe(sight), kept)))
                .orElse(List.of());
    }

    /** What the metadata alone tell, of an object whose other fields were left away: nothing is concluded from their absence. */
    public static List<Observation> outline(Kind kind, String json) throws JsonProcessingException {
        return outline(kind, JSON.readTree(json));
    }

    /** The same from an object that was read already. */
    public static List<Observation> outline(Kind kind, JsonNode object) {
        return EventObserver.understands(kind)
                ? List.of()
                : Sight.of(kind, object)
                        .<List<Observation>>map(sight -> List.of(sight.outline(ANY.observe(sight))))
                        .orElse(List.of());
    }

    /**
     * The same.
     *
     * @param odd is told of each field that holds something else than the kind has there, and that was read as if it were empty;
     *     of kinds that are not understood there is none
     */
    public static List<Observation> observe(Kind kind, JsonNode object, Consumer<String> odd) {
        return BY_KIND.containsKey(kind) || EventObserver.understands(kind)
                ? ScopedValue.where(Field.ODD, odd).call(() -> observe(kind, object))
                : observe(kind, object);
    }

    /** The same, of the kind that the object itself says; nothing when it says none. */
    public static List<Observation> observe(JsonNode object) {
        String kind = object.path("kind").asText();
        return kind.isBlank()
                ? List.of()
                : observe(Kind.of(object.path("apiVersion").asText(), kind), object);
    }
}
