package io.kubilitics.reasoning;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.signal.Alert;
import io.kubilitics.reasoning.signal.Metrics;
import io.kubilitics.reasoning.signal.Metrics.Sample;
import io.kubilitics.reasoning.signal.Metrics.Series;
import io.kubilitics.reasoning.signal.Probes;
import io.kubilitics.reasoning.signal.Probes.Connection;
import io.kubilitics.reasoning.signal.Probes.NodeService;
import io.kubilitics.reasoning.signal.Signals;
import io.kubilitics.reasoning.signal.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Applications on nodes, all of them well, whose numbers and trials can be made to tell of trouble. Noise is always the same. */
public final class Town {

    public static final Instant NOW = Instant.parse("2026-11-21T10:10:00Z");
    private static final Instant BEGIN = NOW.minusSeconds(600);
    private static final int SAMPLES = 60;
    private static final int HALF = 30;

    private final Random noise = new Random(7);
    private final List<Series> series = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final Map<String, List<String>> calls = new LinkedHashMap<>();
    private final List<NodeService> services = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private World world = World.empty();

    public Town(String... nodes) {
        object(Kind.NAMESPACE, "{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'town', 'uid': 'n'}}");
        for (String node : nodes) {
            node(node, "True", "KubeletReady", "kubelet is posting ready status");
        }
    }

    public Town node(String name, String ready, String reason, String message) {
        return object(Kind.NODE, """
                {'apiVersion': 'v1', 'kind': 'Node', 'metadata': {'name': '%s', 'uid': 'node-%s'}, 'status': {'conditions': [
                  {'type': 'Ready', 'status': '%s', 'reason': '%s', 'message': '%s', 'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""".formatted(name, name, ready, reason, message));
    }

    /** An application with one pod, and whom it calls. */
    public Town app(String name, String node, String... callees) {
        calls.put(name, List.of(callees));
        object(Kind.DEPLOYMENT, """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': '%s', 'namespace': 'town', 'uid': 'd-%s', 'generation': 1},
                 'spec': {'replicas': 1, 'selector': {'matchLabels': {'app': '%s'}},
                  'template': {'metadata': {'labels': {'app': '%s'}}, 'spec': {'containers': [{'name': 'main', 'image': 'i:1'}]}}},
                 'status': {'observedGeneration': 1, 'replicas': 1, 'updatedReplicas': 1, 'readyReplicas': 1, 'availableReplicas': 1}}""".formatted(name, name, name, name));
        object(Kind.REPLICA_SET, """
                {'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'metadata': {'name': '%s-1', 'namespace': 'town', 'uid': 'r-%s',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': '%s', 'uid': 'd-%s', 'controller': true}]},
                 'spec': {'replicas': 1}, 'status': {'replicas': 1, 'readyReplicas': 1}}""".formatted(name, name, name, name));
        return object(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': '%s-1-a', 'namespace': 'town', 'uid': 'p-%s', 'labels': {'app': '%s'},
                  'creationTimestamp': '2026-11-21T08:00:00Z',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'name': '%s-1', 'uid': 'r-%s', 'controller': true}]},
                 'spec': {'nodeName': '%s', 'containers': [{'name': 'main', 'image': 'i:1', 'resources': {'limits': {'cpu': '500m'}}}]},
                 'status': {'phase': 'Running', 'containerStatuses': [
                   {'name': 'main', 'ready': true, 'state': {'running': {'startedAt': '2026-11-21T08:00:10Z'}}}]}}""".formatted(name, name, name, name, name, node));
    }

    /** A number that goes from one level to another in the middle of what was measured. */
    public Town number(String subject, String metric, double before, double after) {
        return number(subject, metric, before, after, HALF);
    }

    public Town number(String subject, String metric, double before, double after, int since) {
        series.add(new Series(
                subject,
                metric,
                IntStream.range(0, SAMPLES)
                        .mapToObj(i -> new Sample(
                                BEGIN.plusSeconds(10L * i),
                                (i < since ? before : after) * (0.9 + 0.2 * noise.nextDouble())))
                        .toList()));
        return this;
    }

    /** Numbers as an application has them that is well. */
    public Town well(String... names) {
        for (String name : names) {
            number(name, "latency_p90", 5, 5);
            number(name, "cpu_seconds", 0.05, 0.05);
            number(name, "requests", 20, 20);
            number(name, "rx_packets", 100, 100);
            number(name, "tx_packets", 100, 100);
        }
        return this;
    }

    /** Takes its latency from one level to another, and is well otherwise. */
    public Town slow(String name, double before, double after, int since) {
        number(name, "cpu_seconds", 0.05, 0.05);
        number(name, "requests", 20, 20);
        return number(name, "latency_p90", before, after, since);
    }

    public Town alert(String name, String subject, String message) {
        alerts.add(new Alert(name, new Subject("Service", "", subject), message, Map.of()));
        return this;
    }

    public Town service(String node, String service, String active) {
        services.add(new NodeService(node, service, active, ""));
        return this;
    }

    /** How a Service answered to each node: {@code node=result}. */
    public Town tried(String service, String... fromNodes) {
        Map<String, String> results = new LinkedHashMap<>();
        Arrays.stream(fromNodes).map(each -> each.split("=", 2)).forEach(each -> results.put(each[0], each[1]));
        connections.add(new Connection("town", service, 80, "mixed", results, ""));
        return this;
    }

    public Town nobodyWatchedCalls() {
        calls.clear();
        return this;
    }

    public Town object(Kind kind, String json) {
        try {
            world = world.applyAll(Observers.observe(kind, json.replace('\'', '"')));
            return this;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    public Verdict verdict() {
        World seen = Kind.WATCHED.stream().reduce(world, (all, kind) -> all.apply(new Listed(kind)), (one, _) -> one);
        Signals signals = new Signals(
                new Metrics(series), alerts, new Probes(connections, services, calls, Map.of()), World.empty());
        Scene scene = new Scene(seen, LogSource.none(), signals, List.of(), NOW);
        return Shop.verdict(Investigator.investigate(Catalogue.full(), scene, new Scope.InNamespace("town")));
    }

    /** The one cause that is found. */
    public Diagnosis only() {
        List<Diagnosis> causes = ((Verdict.Diagnosed) verdict()).causes();
        if (causes.size() != 1) {
            throw new AssertionError("not one cause: " + causes);
        }
        return causes.getFirst();
    }

    public static ResourceRef app(String name) {
        return ResourceRef.of(Kind.DEPLOYMENT, "town", name);
    }

    public static ResourceRef node(String name) {
        return ResourceRef.clusterWide(Kind.NODE, name);
    }
}
