package io.kubilitics.gateway.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A large cluster, made up: each Deployment of ten pods has a ReplicaSet, a Service and a ConfigMap that it reads, and calls the
 * next one; forty make a namespace, a hundred pods fill a node. The pods
 * that are unwell belong to one Deployment of each namespace, as far as that goes.
 */
final class Crowd {

    private static final int PODS_EACH = 10;
    private static final int OF_A_NAMESPACE = 40;
    private static final int PODS_OF_A_NODE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Observation> told = new ArrayList<>();
    private final Trouble trouble;
    private final Size size;

    /** What is wrong with the pods that are unwell. */
    enum Trouble {
        /** Every Deployment for itself reads a key that is not there. */
        KEYS,
        /** Every Deployment for itself crashes and says why. */
        CRASHES,
        /** The nodes that they run on are gone. */
        NODES;

        /** One Deployment of a namespace at a time, so that none has to do with another. */
        private boolean at(Place place, Size size) {
            int rank = place.deployment() % OF_A_NAMESPACE * size.namespaces() + place.deployment() / OF_A_NAMESPACE;
            return this != NODES && rank * PODS_EACH < size.unwell();
        }
    }

    /** How many pods there are, and how many of them are unwell. */
    private record Size(int pods, int unwell) {

        int namespaces() {
            return Math.ceilDiv(pods, PODS_EACH * OF_A_NAMESPACE);
        }

        int nodes() {
            return pods / PODS_OF_A_NODE;
        }

        int lostNodes() {
            return unwell / PODS_OF_A_NODE;
        }
    }

    /** Which pod, counted through the cluster, and what follows from that. */
    private record Place(int pod) {

        int deployment() {
            return pod / PODS_EACH;
        }

        String app() {
            return "app-" + deployment();
        }

        String namespace() {
            return "team-" + deployment() / OF_A_NAMESPACE;
        }

        /** Workloads are spread, and the first nodes are full of them. */
        int node(int nodes) {
            return pod % nodes;
        }
    }

    private Crowd(Trouble trouble, Size size) {
        this.trouble = trouble;
        this.size = size;
    }

    /** Of so many pods, and so many of them unwell. */
    static World of(int pods, Trouble trouble, int unwell) {
        Crowd crowd = new Crowd(trouble, new Size(pods, unwell));
        for (int node = 0; node < crowd.size.nodes(); node++) {
            crowd.node(node, crowd.isLost(node));
        }
        for (int pod = 0; pod < pods; pod++) {
            Place place = new Place(pod);
            if (pod % PODS_EACH == 0) {
                crowd.workload(place);
            }
            crowd.pod(place);
        }
        Kind.WATCHED.forEach(kind -> crowd.told.add(new Observation.Listed(kind)));
        return World.empty().applyAll(crowd.told);
    }

    private boolean isLost(int node) {
        return trouble == Trouble.NODES && node < size.lostNodes();
    }

    private void node(int number, boolean lost) {
        tell("""
                {'apiVersion': 'v1', 'kind': 'Node', 'metadata': {'name': 'node-%d', 'uid': 'node-%d', %s},
                 'status': {'allocatable': {'cpu': '64', 'memory': '256Gi', 'pods': '250'}, 'conditions': [{'type': 'Ready', 'status': '%s',
                   'reason': '%s', 'message': '', 'lastTransitionTime': '2026-11-21T11:30:00Z'}]}}""".formatted(
                        number,
                        number,
                        "'creationTimestamp': '2026-01-01T00:00:00Z'",
                        lost ? "Unknown" : "True",
                        lost ? "NodeStatusUnknown" : "KubeletReady"));
        tell("""
                {'apiVersion': 'coordination.k8s.io/v1', 'kind': 'Lease', 'metadata': {'name': 'node-%d', 'namespace': 'kube-node-lease'},
                 'spec': {'holderIdentity': 'node-%d', 'leaseDurationSeconds': 40, 'renewTime': '2026-11-21T11:%s:00Z'}}""".formatted(number, number, lost ? "29" : "59"));
    }

    private void workload(Place place) {
        if (place.deployment() % OF_A_NAMESPACE == 0) {
            tell("""
                    {'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': '%1$s', 'uid': '%1$s', 'creationTimestamp': '2026-01-01T00:00:00Z'}}""".formatted(place.namespace()));
        }
        int ready = trouble.at(place, size) ? 0 : PODS_EACH;
        String spec =
                "'replicas': %d, 'selector': {'matchLabels': {'app': '%s'}}, 'template': {'metadata': {'labels': {'app': '%s'}}, 'spec': %s}"
                        .formatted(PODS_EACH, place.app(), place.app(), spec(place, ""));
        String status =
                "'observedGeneration': 1, 'replicas': %d, 'updatedReplicas': %d, 'readyReplicas': %d, 'availableReplicas': %d"
                        .formatted(PODS_EACH, PODS_EACH, ready, ready);
        object(place, "apps/v1", "Deployment", place.app(), "", "'spec': {%s}, 'status': {%s}".formatted(spec, status));
        object(
                place,
                "apps/v1",
                "ReplicaSet",
                place.app() + "-1",
                owner("Deployment", place.app()),
                "'spec': {%s}, 'status': {%s}".formatted(spec, status));
        object(place, "v1", "ConfigMap", place.app(), "", "'data': {'level': 'info'}");
        object(
                place,
                "v1",
                "Service",
                place.app(),
                "",
                "'spec': {'selector': {'app': '%s'}, 'ports': [{'port': 80, 'targetPort': 8080}]}"
                        .formatted(place.app()));
    }

    private void pod(Place place) {
        int node = place.node(size.nodes());
        boolean ill = trouble.at(place, size);
        boolean lost = isLost(node);
        String name = "%s-1-%d".formatted(place.app(), place.pod());
        object(
                place,
                "v1",
                "Pod",
                name,
                owner("ReplicaSet", place.app() + "-1"),
                "'spec': %s, 'status': {'phase': '%s', 'startTime': '2026-11-01T08:00:00Z', 'conditions': [{'type': 'Ready', 'status': '%s', 'lastTransitionTime': '2026-11-21T11:30:30Z'}], 'containerStatuses': [%s]}"
                        .formatted(
                                spec(place, "'nodeName': 'node-%d', ".formatted(node)),
                                ill && trouble == Trouble.KEYS ? "Pending" : "Running",
                                ill || lost ? "False" : "True",
                                container(ill, lost)));
    }

    private String container(boolean ill, boolean lost) {
        String state = "'state': {'running': {'startedAt': '2026-11-01T08:00:00Z'}}";
        if (ill && trouble == Trouble.KEYS) {
            state =
                    "'state': {'waiting': {'reason': 'CreateContainerConfigError', 'message': 'couldn`t find key databse-url in ConfigMap'}}";
        } else if (ill) {
            state =
                    "'state': {'waiting': {'reason': 'CrashLoopBackOff', 'message': 'back-off 5m0s restarting failed container'}}, "
                            + "'lastState': {'terminated': {'exitCode': 1, 'reason': 'Error', 'startedAt': '2026-11-21T11:57:00Z', 'finishedAt': '2026-11-21T11:57:01Z'}}";
        }
        return "{'name': 'app', 'ready': %b, 'restartCount': %d, %s}".formatted(!ill && !lost, ill ? 12 : 0, state);
    }

    /** It calls the next one of its namespace by its Service. */
    private String spec(Place place, String node) {
        String key = trouble == Trouble.KEYS && trouble.at(place, size) ? "databse-url" : "level";
        return "{%s'containers': [{'name': 'app', 'image': 'registry.example/%s:1', 'ports': [{'containerPort': 8080}], 'resources': {'requests': {'cpu': '100m', 'memory': '128Mi'}}, 'env': [{'name': 'LEVEL', 'valueFrom': {'configMapKeyRef': {'name': '%s', 'key': '%s'}}}, {'name': 'NEXT_URL', 'value': 'http://app-%d/'}]}]}"
                .formatted(node, place.app(), place.app(), key, next(place));
    }

    private static int next(Place place) {
        int within = place.deployment() % OF_A_NAMESPACE;
        return place.deployment() - within + (within + 1) % OF_A_NAMESPACE;
    }

    private static String owner(String kind, String name) {
        return ", 'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': '%s', 'name': '%s', 'uid': '%s-%s', 'controller': true}]"
                .formatted(kind, name, kind, name);
    }

    private void object(Place place, String version, String kind, String name, String owner, String rest) {
        tell("""
                {'apiVersion': '%s', 'kind': '%s', 'metadata': {'name': '%s', 'namespace': '%s', 'uid': '%s-%s', 'generation': 1,
                 'resourceVersion': '1', 'labels': {'app': '%s'}, 'creationTimestamp': '2026-11-01T08:00:00Z'%s}, %s}""".formatted(version, kind, name, place.namespace(), kind, name, place.app(), owner, rest));
    }

    private void tell(String json) {
        try {
            JsonNode object = JSON.readTree(json.replace('\'', '"'));
            told.addAll(Observers.observe(object));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
