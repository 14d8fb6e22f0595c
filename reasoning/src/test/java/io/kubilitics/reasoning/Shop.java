package io.kubilitics.reasoning;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.evidence.SceneToolbox;
import io.kubilitics.reasoning.signal.Signals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A shop with one workload, cart, to break in different ways. Single quotes stand for double ones. */
public final class Shop {

    public static final Instant NOW = Instant.parse("2026-11-21T10:10:00Z");

    private World world = World.empty();
    private LogSource logs = LogSource.none();
    private Signals signals = Signals.NONE;

    public Shop() {
        object(Kind.NAMESPACE, "{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'shop', 'uid': 'n'}}");
    }

    /** Everything can be seen, unless left out. */
    public Shop listed(Kind... but) {
        List<Kind> left = List.of(but);
        return seen(Kind.WATCHED.stream().filter(kind -> !left.contains(kind)).toArray(Kind[]::new));
    }

    /** All there are of these kinds can be seen. */
    public Shop seen(Kind... kinds) {
        for (Kind kind : kinds) {
            world = world.apply(new Listed(kind));
        }
        return this;
    }

    public Shop object(Kind kind, String json) {
        try {
            world = world.applyAll(Observers.observe(kind, json.replace('\'', '"')));
            return this;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    /** One revision of cart, made at a time of the day. */
    public Shop revision(int number, String at, String container) {
        return object(Kind.REPLICA_SET, """
                {'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'metadata': {'name': 'cart-%d', 'namespace': 'shop', 'uid': 'r%d',
                  'creationTimestamp': '2026-11-21T%sZ', 'annotations': {'deployment.kubernetes.io/revision': '%d'},
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'cart', 'uid': 'd'}]},
                 'spec': {'template': {'spec': {'containers': [%s]}}}}""".formatted(number, number, at, number, container));
    }

    /** A pod of a revision, with the status of its container. */
    public Shop pod(String name, int revision, String container, String status) {
        return object(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': '%s', 'namespace': 'shop', 'uid': 'p-%s',
                  'creationTimestamp': '2026-11-21T10:05:01Z',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'name': 'cart-%d', 'uid': 'r%d'}]},
                 'spec': {'nodeName': 'n1', 'containers': [%s]},
                 'status': {'phase': 'Running', 'containerStatuses': [{'name': 'app', %s}]}}""".formatted(name, name, revision, revision, container, status));
    }

    public Shop configMap(String keys) {
        return object(
                Kind.CONFIG_MAP,
                "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'conf', 'namespace': 'shop'}, 'data': {%s}}"
                        .formatted(keys));
    }

    public Shop event(String pod, String message) {
        return object(Kind.EVENT, """
                {'apiVersion': 'v1', 'kind': 'Event', 'metadata': {'name': 'e-%s', 'namespace': 'shop', 'uid': 'e-%s'}, 'type': 'Warning',
                 'reason': 'Failed', 'message': '%s', 'lastTimestamp': '2026-11-21T10:06:00Z',
                 'involvedObject': {'apiVersion': 'v1', 'kind': 'Pod', 'namespace': 'shop', 'name': '%s'}}""".formatted(pod, pod, message, pod));
    }

    /** Logs by the name of the pod; they lie at hand. */
    public Shop logs(Map<String, List<String>> byPod) {
        logs = new LogSource() {
            @Override
            public Evidence lines(Probe.OfLogs probe) {
                return byPod.containsKey(probe.pod().name()) && !probe.previous()
                        ? new Evidence.Lines(byPod.get(probe.pod().name()))
                        : new Evidence.Unavailable("there is no such log");
            }

            @Override
            public boolean atHand() {
                return true;
            }
        };
        return this;
    }

    /** Somebody deleted it at a time of the day. */
    public Shop gone(ResourceRef ref, String at) {
        world = world.apply(new Gone(ref, at(at)));
        return this;
    }

    /** What is told in the metadata of an object that was written at a time of the day. */
    public static String written(String at) {
        return "'managedFields': [{'manager': 'kubectl-edit', 'operation': 'Update', 'time': '%s'}]".formatted(at(at));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-21T%sZ".formatted(time));
    }

    public Shop signals(Signals known) {
        signals = known;
        return this;
    }

    public List<Symptom> unwell() {
        return Symptoms.of(scene(), new Scope.InNamespace("shop"), new SceneToolbox(scene()));
    }

    private Scene scene() {
        return new Scene(world, logs, signals, List.of(), NOW);
    }

    public Shop log(String... lines) {
        logs = _ -> new Evidence.Lines(List.of(lines));
        return this;
    }

    public List<Step> investigate() {
        return investigate(Catalogue.full());
    }

    /** Looks once more at an answer, with what is known now. */
    public List<Step> check(List<Step> steps) {
        Scene now = Scene.live(world, logs, NOW);
        return new FactCheck(Catalogue.full(), new SceneToolbox(now)).check(steps);
    }

    public List<Step> investigate(Catalogue catalogue) {
        return Investigator.investigate(catalogue, scene(), new Scope.InNamespace("shop"));
    }

    /** Looks at another part of the cluster than the shop. */
    public List<Step> investigate(Scope scope) {
        return Investigator.investigate(Catalogue.full(), scene(), scope);
    }

    /** What is found, as id and object of each cause; "none" where nothing is. */
    public String cause() {
        return cause(investigate());
    }

    public static String cause(List<Step> steps) {
        return verdict(steps) instanceof Verdict.Diagnosed(var causes, var _)
                ? causes.stream()
                        .map(cause -> cause.cause() + " " + cause.ruling().object())
                        .collect(Collectors.joining(", "))
                : "none";
    }

    public Verdict verdict() {
        return verdict(investigate());
    }

    public static Verdict verdict(List<Step> steps) {
        return ((Step.Concluded) steps.getLast()).verdict();
    }

    /** How many symptoms there are to explain. */
    public int symptoms() {
        return Health.symptoms(world, new Scope.InNamespace("shop"), NOW).size();
    }
}
