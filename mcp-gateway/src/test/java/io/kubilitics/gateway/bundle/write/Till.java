package io.kubilitics.gateway.bundle.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A till that crashes and says why, in a live cluster whose people left secrets everywhere; as a body tells of it. */
final class Till {

    /** What a Secret holds. */
    static final String KNOWN = "swordfish-of-old";

    private static final String OBJECTS = """
            {apiVersion: v1, kind: Namespace, metadata: {name: default, uid: n1, creationTimestamp: '2026-01-01T00:00:00Z'}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, uid: n2, creationTimestamp: '2026-01-01T00:00:00Z'}}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: node-1, uid: o1, creationTimestamp: '2026-01-01T00:00:00Z'}
            status: {conditions: [{type: Ready, status: 'True', reason: KubeletReady, message: ready, lastTransitionTime: '2026-01-01T00:00:00Z'}]}
            ---
            apiVersion: coordination.k8s.io/v1
            kind: Lease
            metadata: {name: node-1, namespace: kube-node-lease, uid: l1, creationTimestamp: '2026-01-01T00:00:00Z'}
            spec: {holderIdentity: node-1, leaseDurationSeconds: 40, renewTime: '2026-11-21T11:59:50.000000Z'}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: login, namespace: shop, uid: s1, creationTimestamp: '2026-01-01T00:00:00Z'}
            type: Opaque
            data: {password: ''}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              namespace: shop
              uid: c1
              resourceVersion: '1'
              creationTimestamp: '2026-01-01T00:00:00Z'
              annotations: {example.com/note: 'the old one was swordfish-of-old', example.com/token: horse-battery}
            data: {level: info, password: hunter22, ledger: 'https://till:hunter22@ledger.bank:8443/x', copy: swordfish-of-old}
            binaryData: {keystore: c3dvcmRmaXNo}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: till, namespace: shop, uid: d1, generation: 1, creationTimestamp: '2026-11-21T08:00:00Z'}
            spec:
              replicas: 1
              selector: {matchLabels: {app: till}}
              template: &template
                metadata: {labels: {app: till}}
                spec:
                  containers:
                  - {name: app, image: 'registry.example/till:1', command: [till, serve, swordfish-of-old], env: [{name: PIN, value: '#0123456789abcdef'}]}
            status: {observedGeneration: 1, replicas: 1, updatedReplicas: 1, unavailableReplicas: 1}
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata:
              name: till
              namespace: shop
              uid: r1
              creationTimestamp: '2026-11-21T08:00:00Z'
              ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: till, uid: d1, controller: true}]
            spec: {replicas: 1, selector: {matchLabels: {app: till}}, template: {metadata: {labels: {app: till}}, spec: {containers: [{name: app, image: 'registry.example/till:1'}]}}}
            status: {replicas: 1}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: till-1
              namespace: shop
              uid: p1
              labels: {app: till}
              creationTimestamp: '2026-11-21T08:00:00Z'
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: till, uid: r1, controller: true}]
            spec:
              nodeName: node-1
              containers: [{name: app, image: 'registry.example/till:1', command: [till, serve, swordfish-of-old]}]
            status:
              phase: Running
              startTime: '2026-11-21T08:00:00Z'
              conditions: [{type: Ready, status: 'False', lastTransitionTime: '2026-11-21T08:00:01Z'}]
              containerStatuses:
              - name: app
                ready: false
                restartCount: 40
                state: {waiting: {reason: CrashLoopBackOff, message: back-off 5m0s restarting failed container}}
                lastState: {terminated: {exitCode: 1, reason: Error, message: 'password=hunter22', startedAt: '2026-11-21T11:55:00Z', finishedAt: '2026-11-21T11:55:01Z'}}
            ---
            apiVersion: v1
            kind: Event
            metadata: {name: till-1.1, namespace: shop, uid: e1, creationTimestamp: '2026-11-21T08:00:03Z'}
            involvedObject: {apiVersion: v1, kind: Pod, namespace: shop, name: till-1}
            type: Warning
            reason: BackOff
            message: Back-off restarting failed container app
            count: 300
            lastTimestamp: '2026-11-21T11:59:00Z'
            ---
            apiVersion: v1
            kind: Event
            metadata: {name: gone.1, namespace: shop, uid: e2, creationTimestamp: '2026-11-21T08:00:03Z'}
            involvedObject: {apiVersion: batch/v1, kind: Job, namespace: shop, name: gone}
            type: Normal
            reason: Completed
            message: Job completed with AKIAIOSFODNN7EXAMPLE
            lastTimestamp: '2026-11-21T10:59:00Z'
            """;

    private Till() {}

    /** All that is watched was listed. */
    static World world() {
        World world = World.empty();
        try (var documents = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(OBJECTS)) {
            while (documents.hasNext()) {
                world = world.applyAll(Observers.observe(documents.next()));
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        return world.applyAll(
                Kind.WATCHED.stream().<Observation>map(Observation.Listed::new).toList());
    }

    /** Of a living cluster: the body has struck out what it knows, and nothing else. */
    static LogSource logs() {
        return probe -> probe.pod().equals(ResourceRef.of(Kind.POD, "shop", "till-1"))
                ? new Evidence.Lines(lines(probe))
                : new Evidence.Unavailable("the log of %s cannot be read: status 404".formatted(probe.pod()));
    }

    private static List<String> lines(OfLogs probe) {
        return List.of(
                "2026-11-21T11:55:00Z INFO starting with password=hunter22",
                "2026-11-21T11:55:01Z ERROR cannot open /etc/till/rates.json: no such file or directory",
                probe.previous() ? "bye" : "2026-11-21T11:55:01Z FATAL till is closed");
    }
}
