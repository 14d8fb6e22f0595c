package io.kubilitics.gateway.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.LogSource;
import java.time.Instant;
import java.time.InstantSource;

/** A world with one Deployment, shop/cart, whose limit was lowered; its pods are well or not. Single quotes stand for double ones. */
record Cart(World world) {

    static final Instant NOW = Instant.parse("2026-11-21T10:10:00Z");
    static final ResourceRef DEPLOYMENT = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");

    static Cart whole() {
        World listed = World.empty();
        for (Kind kind : Kind.WATCHED) {
            listed = listed.apply(new Listed(kind));
        }
        return new Cart(listed).revision(1, "10:00:00", "64Mi").revision(2, "10:05:00", "16Mi");
    }

    private Cart revision(int number, String at, String limit) {
        return object(Kind.REPLICA_SET, """
                {'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'metadata': {'name': 'cart-%1$d', 'namespace': 'shop', 'uid': 'r%1$d',
                  'creationTimestamp': '2026-11-21T%2$sZ', 'annotations': {'deployment.kubernetes.io/revision': '%1$d'},
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'cart', 'uid': 'd'}]},
                 'spec': {'template': {'spec': {'containers': [
                   {'name': 'app', 'image': 'cart:1', 'resources': {'limits': {'memory': '%3$s'}}}]}}}}""".formatted(number, at, limit));
    }

    Cart well(String pod) {
        return pod(pod, "'ready': true, 'state': {'running': {'startedAt': '2026-11-21T10:06:00Z'}}");
    }

    Cart killed(String pod) {
        return pod(pod, """
                'restartCount': 2, 'state': {'waiting': {'reason': 'CrashLoopBackOff'}},
                'lastState': {'terminated': {'reason': 'OOMKilled', 'exitCode': 137, 'finishedAt': '2026-11-21T10:06:00Z'}}""");
    }

    /** It ends, and only its log can tell why. */
    Cart crashed(String pod) {
        return pod(pod, """
                'restartCount': 2, 'state': {'waiting': {'reason': 'CrashLoopBackOff'}},
                'lastState': {'terminated': {'reason': 'Error', 'exitCode': 3, 'finishedAt': '2026-11-21T10:06:00Z'}}""");
    }

    Cart without(String pod) {
        return new Cart(world.apply(new Gone(ResourceRef.of(Kind.POD, "shop", pod))));
    }

    private Cart pod(String name, String status) {
        return object(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': '%1$s', 'namespace': 'shop', 'uid': 'p-%1$s',
                  'creationTimestamp': '2026-11-21T10:05:01Z',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'name': 'cart-2', 'uid': 'r2'}]},
                 'spec': {'nodeName': 'n1', 'containers': [{'name': 'app', 'image': 'cart:1', 'resources': {'limits': {'memory': '16Mi'}}}]},
                 'status': {'phase': 'Running', 'containerStatuses': [{'name': 'app', %2$s}]}}""".formatted(name, status));
    }

    private Cart object(Kind kind, String json) {
        try {
            return new Cart(world.applyAll(Observers.observe(kind, json.replace('\'', '"'))));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    Look look() {
        return look(LogSource.none());
    }

    Look look(LogSource logs) {
        return Look.of(examiner(logs).examine(world));
    }

    static Examiner examiner(LogSource logs) {
        return new Examiner(Catalogue.full(), logs, new Scope.Everything(), InstantSource.fixed(NOW));
    }
}
