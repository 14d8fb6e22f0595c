package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.kubilitics.graph.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the watched kinds are asked for, in which version of their API.
 *
 * @param namespace to ask alone, beside what is cluster-wide; empty for all
 */
record Sources(KubernetesClient client, Optional<String> namespace) {

    static final List<Class<? extends HasMetadata>> TYPES = List.of(
            Namespace.class,
            Node.class,
            StorageClass.class,
            PersistentVolume.class,
            ResourceQuota.class,
            LimitRange.class,
            ServiceAccount.class,
            ConfigMap.class,
            Secret.class,
            PersistentVolumeClaim.class,
            Deployment.class,
            ReplicaSet.class,
            StatefulSet.class,
            DaemonSet.class,
            Job.class,
            CronJob.class,
            Pod.class,
            Service.class,
            EndpointSlice.class,
            Ingress.class,
            NetworkPolicy.class,
            HorizontalPodAutoscaler.class,
            PodDisruptionBudget.class,
            Event.class);

    static Kind kind(Class<? extends HasMetadata> type) {
        return new Kind(HasMetadata.getGroup(type), HasMetadata.getKind(type));
    }

    Map<Kind, Informable<? extends HasMetadata>> all() {
        Map<Kind, Informable<? extends HasMetadata>> sources = new LinkedHashMap<>();
        TYPES.forEach(type -> sources.put(kind(type), source(type)));
        return sources;
    }

    private <T extends HasMetadata> Informable<T> source(Class<T> type) {
        MixedOperation<T, ?, ?> all = client.resources(type);
        if (kind(type).clusterWide()) {
            return all;
        }
        return namespace.isPresent() ? all.inNamespace(namespace.get()) : all.inAnyNamespace();
    }
}
