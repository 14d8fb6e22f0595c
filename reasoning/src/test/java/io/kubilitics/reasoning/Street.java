package io.kubilitics.reasoning;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A shop with two well workloads: cart calls the Service of stock. To be broken between them. */
public final class Street {

    private final Shop shop = new Shop();
    private final Map<String, List<String>> logs = new LinkedHashMap<>();
    private String written = "";

    public Street() {
        workload("cart", "");
        workload("stock", "'ports': [{'containerPort': 8080}]");
        service("{'app': 'stock'}", "{'port': 80, 'targetPort': 8080}");
        endpoints("");
        log("stock", List.of("2026-11-21T10:09:00Z INFO all is well"));
    }

    /** With its one pod, which is ready. */
    public Street workload(String name, String more) {
        return workload(name, more, "");
    }

    /** The same as somebody wrote it at a time of the day; what was told of it before was so until then. */
    public Street rewritten(String at, String name, String more, String spec) {
        written = Shop.written(at) + ",";
        workload(name, more, spec);
        written = "";
        return this;
    }

    /** With what its container has, and what its pods have besides. */
    public Street workload(String name, String more, String spec) {
        String pod = spec.isEmpty() ? "" : spec + ",";
        String container = "{'name': 'app', 'image': '%s:1'%s}".formatted(name, more.isEmpty() ? "" : ", " + more);
        shop.object(Kind.DEPLOYMENT, """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': '%1$s', 'namespace': 'shop', 'uid': 'd-%1$s',
                  'creationTimestamp': '2026-11-21T09:00:00Z', %4$s 'generation': 1},
                 'spec': {'replicas': 1, 'selector': {'matchLabels': {'app': '%1$s'}},
                  'template': {'metadata': {'labels': {'app': '%1$s'}}, 'spec': {%3$s 'containers': [%2$s]}}},
                 'status': {'observedGeneration': 1, 'replicas': 1, 'updatedReplicas': 1, 'readyReplicas': 1, 'availableReplicas': 1}}""".formatted(name, container, pod, written));
        shop.object(Kind.REPLICA_SET, """
                {'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'metadata': {'name': '%1$s-1', 'namespace': 'shop', 'uid': 'r-%1$s',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': '%1$s', 'uid': 'd-%1$s', 'controller': true}]},
                 'spec': {'replicas': 1, 'template': {'spec': {%3$s 'containers': [%2$s]}}}, 'status': {'replicas': 1, 'readyReplicas': 1, 'availableReplicas': 1}}""".formatted(name, container, pod));
        return pod(name, container, pod);
    }

    private Street pod(String name, String container, String spec) {
        shop.object(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': '%1$s-1-a', 'namespace': 'shop', 'uid': 'p-%1$s', 'labels': {'app': '%1$s'},
                  'creationTimestamp': '2026-11-21T09:00:00Z',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'name': '%1$s-1', 'uid': 'r-%1$s', 'controller': true}]},
                 'spec': {%3$s 'nodeName': 'n1', 'containers': [%2$s]},
                 'status': {'phase': 'Running', 'conditions': [{'type': 'Ready', 'status': 'True', 'lastTransitionTime': '2026-11-21T09:05:00Z'}],
                  'containerStatuses': [{'name': 'app', 'ready': true, 'started': true, 'state': {'running': {'startedAt': '2026-11-21T09:00:05Z'}}}]}}""".formatted(name, container, spec));
        return this;
    }

    public Street service(String selector, String port) {
        return object(Kind.SERVICE, """
                {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'stock', 'namespace': 'shop', 'uid': 's', 'creationTimestamp': '2026-11-21T09:00:00Z'},
                 'spec': {'clusterIP': '10.96.7.7', 'selector': %s, 'ports': [%s]}}""".formatted(selector, port));
    }

    /** None with {@code null}, otherwise the pod of stock, with what else is to be said. */
    public Street endpoints(String none) {
        String pod =
                "{'addresses': ['10.1.1.2'], 'conditions': {'ready': true}, 'targetRef': {'kind': 'Pod', 'namespace': 'shop', 'name': 'stock-1-a'}}";
        return object(Kind.ENDPOINT_SLICE, """
                {'apiVersion': 'discovery.k8s.io/v1', 'kind': 'EndpointSlice', 'metadata': {'name': 'stock-x', 'namespace': 'shop', 'uid': 'es',
                  'labels': {'kubernetes.io/service-name': 'stock'}}, 'addressType': 'IPv4', 'endpoints': [%s], 'ports': [{'port': 8080, 'protocol': 'TCP'}]}""".formatted(none.isEmpty() ? pod : ""));
    }

    /** Whoever keeps the endpoints did not find the port that the Service names. */
    public Street portNotFound() {
        return object(Kind.ENDPOINT_SLICE, """
                {'apiVersion': 'discovery.k8s.io/v1', 'kind': 'EndpointSlice', 'metadata': {'name': 'stock-x', 'namespace': 'shop', 'uid': 'es',
                  'labels': {'kubernetes.io/service-name': 'stock'}}, 'addressType': 'IPv4', 'endpoints': [
                   {'addresses': ['10.1.1.2'], 'conditions': {'ready': true}, 'targetRef': {'kind': 'Pod', 'namespace': 'shop', 'name': 'stock-1-a'}}]}""");
    }

    /** Another workload with an address among its settings. */
    public Street caller(String name, String address) {
        return workload(name, "'env': [{'name': 'STOCK_ADDR', 'value': '%s'}]".formatted(address));
    }

    public Street object(Kind kind, String json) {
        shop.object(kind, json);
        return this;
    }

    /** Cart says so again and again, until now. */
    public Street calling(String line) {
        return saying("cart", line);
    }

    /** Somebody says so again and again, until now. */
    public Street saying(String workload, String line) {
        return log(workload, repeated("10:09", line));
    }

    /** A Deployment goes, and with it all that it made. */
    public Street deleted(String workload, String at) {
        logs.remove(workload + "-1-a");
        return gone(ResourceRef.of(Kind.DEPLOYMENT, "shop", workload), at)
                .gone(ResourceRef.of(Kind.REPLICA_SET, "shop", workload + "-1"), at)
                .gone(ResourceRef.of(Kind.POD, "shop", workload + "-1-a"), at);
    }

    public Street gone(ResourceRef ref, String at) {
        shop.gone(ref, at);
        return this;
    }

    /** What is found, as id and object of each cause; "none" where nothing is. */
    public String cause() {
        return shop().cause();
    }

    /** Cart says now the one and now the other, until now. */
    public Street callingInTurn(String one, String other) {
        List<String> lines = Stream.concat(repeated("10:09", one).stream(), repeated("10:09", other).stream())
                .sorted()
                .toList();
        return log("cart", lines);
    }

    /** Cart said so again and again, and has been quiet since. */
    public Street called(String line) {
        return said("cart", line);
    }

    /** Somebody said so again and again, and has been quiet since. */
    public Street said(String workload, String line) {
        List<String> lines = new ArrayList<>(repeated("09:30", line));
        lines.add("2026-11-21T10:09:00Z INFO all is well");
        return log(workload, lines);
    }

    private Street log(String workload, List<String> lines) {
        logs.put(workload + "-1-a", lines);
        return this;
    }

    private static List<String> repeated(String minute, String line) {
        return IntStream.range(0, 10)
                .mapToObj(i -> "2026-11-21T%s:%02dZ %s".formatted(minute, i * 5, line))
                .toList();
    }

    public Shop shop() {
        return shop.logs(logs).listed();
    }
}
