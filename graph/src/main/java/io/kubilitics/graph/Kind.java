package io.kubilitics.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of resource, as the API names it. A kind without a constant here is still a kind.
 *
 * @param group of the API, empty for the core group
 * @param name in the singular, as manifests spell it
 */
public record Kind(String group, String name) implements Comparable<Kind> {

    public static final Kind POD = core("Pod");
    public static final Kind NODE = core("Node");
    public static final Kind NAMESPACE = core("Namespace");
    public static final Kind CONFIG_MAP = core("ConfigMap");
    public static final Kind SECRET = core("Secret");
    public static final Kind EVENT = core("Event");
    public static final Kind SERVICE = core("Service");
    public static final Kind ENDPOINTS = core("Endpoints");
    public static final Kind SERVICE_ACCOUNT = core("ServiceAccount");
    public static final Kind CLAIM = core("PersistentVolumeClaim");
    public static final Kind VOLUME = core("PersistentVolume");
    public static final Kind QUOTA = core("ResourceQuota");
    public static final Kind LIMIT_RANGE = core("LimitRange");
    public static final Kind DEPLOYMENT = new Kind("apps", "Deployment");
    public static final Kind REPLICA_SET = new Kind("apps", "ReplicaSet");
    public static final Kind STATEFUL_SET = new Kind("apps", "StatefulSet");
    public static final Kind DAEMON_SET = new Kind("apps", "DaemonSet");
    public static final Kind JOB = new Kind("batch", "Job");
    public static final Kind CRON_JOB = new Kind("batch", "CronJob");
    public static final Kind ENDPOINT_SLICE = new Kind("discovery.k8s.io", "EndpointSlice");
    public static final Kind INGRESS = new Kind("networking.k8s.io", "Ingress");
    public static final Kind INGRESS_CLASS = new Kind("networking.k8s.io", "IngressClass");
    public static final Kind NETWORK_POLICY = new Kind("networking.k8s.io", "NetworkPolicy");
    public static final Kind GATEWAY = new Kind("gateway.networking.k8s.io", "Gateway");
    public static final Kind GATEWAY_CLASS = new Kind("gateway.networking.k8s.io", "GatewayClass");
    public static final Kind HTTP_ROUTE = new Kind("gateway.networking.k8s.io", "HTTPRoute");
    public static final Kind ROLE = new Kind("rbac.authorization.k8s.io", "Role");
    public static final Kind CLUSTER_ROLE = new Kind("rbac.authorization.k8s.io", "ClusterRole");
    public static final Kind ROLE_BINDING = new Kind("rbac.authorization.k8s.io", "RoleBinding");
    public static final Kind CLUSTER_ROLE_BINDING = new Kind("rbac.authorization.k8s.io", "ClusterRoleBinding");
    public static final Kind STORAGE_CLASS = new Kind("storage.k8s.io", "StorageClass");
    public static final Kind CSI_DRIVER = new Kind("storage.k8s.io", "CSIDriver");
    public static final Kind CSI_NODE = new Kind("storage.k8s.io", "CSINode");
    public static final Kind VOLUME_ATTACHMENT = new Kind("storage.k8s.io", "VolumeAttachment");
    public static final Kind AUTOSCALER = new Kind("autoscaling", "HorizontalPodAutoscaler");
    public static final Kind VERTICAL_AUTOSCALER = new Kind("autoscaling.k8s.io", "VerticalPodAutoscaler");
    public static final Kind DISRUPTION_BUDGET = new Kind("policy", "PodDisruptionBudget");
    public static final Kind PRIORITY_CLASS = new Kind("scheduling.k8s.io", "PriorityClass");
    public static final Kind RUNTIME_CLASS = new Kind("node.k8s.io", "RuntimeClass");
    public static final Kind LEASE = new Kind("coordination.k8s.io", "Lease");
    public static final Kind VALIDATING_WEBHOOKS = admission("ValidatingWebhookConfiguration");
    public static final Kind MUTATING_WEBHOOKS = admission("MutatingWebhookConfiguration");
    public static final Kind VALIDATING_POLICY = admission("ValidatingAdmissionPolicy");
    public static final Kind VALIDATING_POLICY_BINDING = admission("ValidatingAdmissionPolicyBinding");
    public static final Kind MUTATING_POLICY = admission("MutatingAdmissionPolicy");
    public static final Kind MUTATING_POLICY_BINDING = admission("MutatingAdmissionPolicyBinding");
    public static final Kind API_SERVICE = new Kind("apiregistration.k8s.io", "APIService");
    public static final Kind CUSTOM_RESOURCE = new Kind("apiextensions.k8s.io", "CustomResourceDefinition");

    /** What the body watches of Kubernetes itself, custom resources besides; in the order in which it is worth knowing. */
    public static final List<Kind> WATCHED = List.of(
            NAMESPACE,
            CUSTOM_RESOURCE,
            NODE,
            LEASE,
            API_SERVICE,
            STORAGE_CLASS,
            CSI_DRIVER,
            CSI_NODE,
            VOLUME,
            VOLUME_ATTACHMENT,
            PRIORITY_CLASS,
            RUNTIME_CLASS,
            QUOTA,
            LIMIT_RANGE,
            SERVICE_ACCOUNT,
            ROLE,
            CLUSTER_ROLE,
            ROLE_BINDING,
            CLUSTER_ROLE_BINDING,
            CONFIG_MAP,
            SECRET,
            CLAIM,
            DEPLOYMENT,
            REPLICA_SET,
            STATEFUL_SET,
            DAEMON_SET,
            JOB,
            CRON_JOB,
            POD,
            SERVICE,
            ENDPOINT_SLICE,
            INGRESS,
            INGRESS_CLASS,
            NETWORK_POLICY,
            AUTOSCALER,
            DISRUPTION_BUDGET,
            VALIDATING_WEBHOOKS,
            MUTATING_WEBHOOKS,
            VALIDATING_POLICY,
            VALIDATING_POLICY_BINDING,
            MUTATING_POLICY,
            MUTATING_POLICY_BINDING,
            EVENT);

    private static final Set<Kind> CLUSTER_WIDE = Set.of(
            NODE,
            NAMESPACE,
            VOLUME,
            INGRESS_CLASS,
            GATEWAY_CLASS,
            CLUSTER_ROLE,
            CLUSTER_ROLE_BINDING,
            STORAGE_CLASS,
            CSI_DRIVER,
            CSI_NODE,
            VOLUME_ATTACHMENT,
            PRIORITY_CLASS,
            RUNTIME_CLASS,
            VALIDATING_WEBHOOKS,
            MUTATING_WEBHOOKS,
            VALIDATING_POLICY,
            VALIDATING_POLICY_BINDING,
            MUTATING_POLICY,
            MUTATING_POLICY_BINDING,
            API_SERVICE,
            CUSTOM_RESOURCE,
            new Kind("cert-manager.io", "ClusterIssuer"),
            new Kind("external-secrets.io", "ClusterSecretStore"),
            new Kind("external-secrets.io", "ClusterExternalSecret"),
            new Kind("olm.operatorframework.io", "ClusterCatalog"),
            new Kind("olm.operatorframework.io", "ClusterExtension"));

    /** Every kind that Kubernetes itself has and we know of. */
    public static final List<Kind> KNOWN = List.of(
            POD,
            NODE,
            NAMESPACE,
            CONFIG_MAP,
            SECRET,
            EVENT,
            SERVICE,
            ENDPOINTS,
            SERVICE_ACCOUNT,
            CLAIM,
            VOLUME,
            QUOTA,
            LIMIT_RANGE,
            DEPLOYMENT,
            REPLICA_SET,
            STATEFUL_SET,
            DAEMON_SET,
            JOB,
            CRON_JOB,
            ENDPOINT_SLICE,
            INGRESS,
            INGRESS_CLASS,
            NETWORK_POLICY,
            GATEWAY,
            GATEWAY_CLASS,
            HTTP_ROUTE,
            ROLE,
            CLUSTER_ROLE,
            ROLE_BINDING,
            CLUSTER_ROLE_BINDING,
            STORAGE_CLASS,
            CSI_DRIVER,
            CSI_NODE,
            VOLUME_ATTACHMENT,
            AUTOSCALER,
            VERTICAL_AUTOSCALER,
            DISRUPTION_BUDGET,
            PRIORITY_CLASS,
            RUNTIME_CLASS,
            LEASE,
            VALIDATING_WEBHOOKS,
            MUTATING_WEBHOOKS,
            VALIDATING_POLICY,
            VALIDATING_POLICY_BINDING,
            MUTATING_POLICY,
            MUTATING_POLICY_BINDING,
            API_SERVICE,
            CUSTOM_RESOURCE);

    /** What a reference means that leaves the group out. */
    private static final Map<String, Kind> BY_NAME =
            KNOWN.stream().collect(Collectors.toMap(Kind::name, Function.identity()));

    public Kind {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a kind needs a name");
        }
    }

    private static Kind core(String name) {
        return new Kind("", name);
    }

    private static Kind admission(String name) {
        return new Kind("admissionregistration.k8s.io", name);
    }

    /** The kind that a reference inside an object means: its API version says the group. */
    public static Kind of(String apiVersion, String name) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        Kind known = BY_NAME.get(name);
        return known != null && known.group.equals(group) ? known : new Kind(group, name);
    }

    /** The kind that is meant by a name without a group. */
    public static Kind named(String name) {
        Kind known = BY_NAME.get(name);
        return known == null ? core(name) : known;
    }

    /** Whether its resources belong to no namespace. Of custom kinds only a few are known to. */
    public boolean clusterWide() {
        return CLUSTER_WIDE.contains(this);
    }

    /** Asked more often than anything else, and mostly of itself. */
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Kind kind && name.equals(kind.name) && group.equals(kind.group));
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + group.hashCode();
    }

    @Override
    public int compareTo(Kind other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : group.compareTo(other.group);
    }

    @Override
    public String toString() {
        return name;
    }
}
