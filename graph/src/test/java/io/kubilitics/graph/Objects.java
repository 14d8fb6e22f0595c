package io.kubilitics.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.util.List;

/** Objects as the API returns them, written short: single quotes stand for double ones. */
public final class Objects {

    private Objects() {}

    public static List<Observation> of(Kind kind, String json) {
        try {
            return Observers.observe(kind, json.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    public static World add(World world, Kind kind, String json) {
        return world.applyAll(of(kind, json));
    }

    /** A pod of shop with one container whose status is given. */
    public static String pod(String name, String status) {
        return """
                {'apiVersion': 'v1', 'kind': 'Pod',
                 'metadata': {'name': '%s', 'namespace': 'shop', 'uid': 'u-%s', 'creationTimestamp': '2026-11-21T10:00:00Z',
                   'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'name': 'cart-1', 'uid': 'u-rs'}]},
                 'spec': {'nodeName': 'n1', 'containers': [{'name': 'app', 'image': 'cart:1',
                   'env': [{'name': 'URL', 'valueFrom': {'configMapKeyRef': {'name': 'conf', 'key': 'url'}}}]}]},
                 'status': {'phase': 'Running', 'containerStatuses': [{'name': 'app', %s}]}}""".formatted(name, name, status);
    }

    /** A revision of Deployment shop/cart. */
    public static String replicaSet(int revision, String created, String container) {
        return """
                {'apiVersion': 'apps/v1', 'kind': 'ReplicaSet',
                 'metadata': {'name': 'cart-%d', 'namespace': 'shop', 'uid': 'u-%d', 'creationTimestamp': '%s',
                   'annotations': {'deployment.kubernetes.io/revision': '%d'},
                   'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'cart', 'uid': 'u-d'}]},
                 'spec': {'replicas': 1, 'template': {'spec': {'containers': [%s]}}}}""".formatted(revision, revision, created, revision, container);
    }
}
