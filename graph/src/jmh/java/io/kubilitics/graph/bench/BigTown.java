package io.kubilitics.graph.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Selection;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The largest cluster that Kubernetes supports: 150 000 pods on 5 000 nodes, 15 000 Deployments of 10 pods each with a Service, 500
 * namespaces. One ServiceAccount is used by 20 000 pods; 200 databases have 75 apps each.
 */
final class BigTown {

    static final int PODS = 150_000;
    static final int NODES = 5_000;
    static final int APPS = 15_000;
    static final int NAMESPACES = 500;
    static final ResourceRef HUB = ResourceRef.of(new Kind("", "ServiceAccount"), "ns0", "everybody");

    static final int DATABASES = 200;

    private static final int HUB_PODS = 20_000;

    private BigTown() {}

    static World world(boolean objects) {
        World world = World.empty();
        for (int node = 0; node < NODES; node++) {
            world = world.apply(plain(node(node), List.of(), List.of()));
        }
        for (int database = 0; database < DATABASES; database++) {
            world = world.apply(plain(database(database), List.of(), List.of()));
        }
        for (int app = 0; app < APPS; app++) {
            world = world.applyAll(app(app));
        }
        for (int pod = 0; pod < PODS; pod++) {
            Seen seen = pod(pod, 1);
            world = world.apply(objects ? seen : light(seen));
        }
        return world;
    }

    private static List<Observation> app(int app) {
        ResourceRef deployment = in(app, Kind.DEPLOYMENT, "app" + app);
        ResourceRef replicaSet = replicaSet(app);
        ResourceRef service = in(app, Kind.SERVICE, "app" + app);
        return List.of(
                plain(deployment, List.of(), List.of()),
                plain(replicaSet, List.of(new Relation(Relation.Type.OWNS, deployment, replicaSet)), List.of()),
                plain(in(app, Kind.CONFIG_MAP, "app" + app), List.of(), List.of()),
                plain(
                        service,
                        List.of(),
                        List.of(new Selection(
                                Relation.Type.SELECTS,
                                service,
                                Kind.POD,
                                new Selection.Namespaces.One(service.namespace()),
                                Selector.of(Map.of("app", "app" + app))))));
    }

    /** As it is observed, with the relations that the observers of all kinds will add. */
    static Seen pod(int pod, int version) {
        Seen seen = observed(json(pod, version));
        ResourceRef ref = seen.resource().ref();
        ResourceRef account = pod < HUB_PODS ? HUB : in(pod % APPS, HUB.kind(), "default");
        return new Seen(
                seen.resource(),
                Stream.concat(
                                seen.relations().stream(),
                                Stream.of(
                                        new Relation(Relation.Type.USES_ACCOUNT, ref, account),
                                        new Relation(Relation.Type.CONNECTS_TO, ref, database(pod % APPS % DATABASES))))
                        .toList(),
                List.of(),
                seen.object());
    }

    /** Without the object. */
    static Seen light(Seen seen) {
        return new Seen(seen.resource(), seen.relations(), seen.selections());
    }

    static Seen observed(String json) {
        return observed(Kind.POD, json);
    }

    private static Seen observed(Kind kind, String json) {
        try {
            return (Seen) Observers.observe(kind, json).getFirst();
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static Seen plain(ResourceRef ref, List<Relation> relations, List<Selection> selections) {
        Resource empty = observed(Kind.CONFIG_MAP, EMPTY).resource();
        return new Seen(new Resource(ref, empty.meta(), empty.facts()), relations, selections);
    }

    static ResourceRef node(int node) {
        return ResourceRef.clusterWide(Kind.NODE, "node" + node);
    }

    static ResourceRef database(int database) {
        return ResourceRef.of(Kind.SERVICE, "databases", "database" + database);
    }

    static ResourceRef podRef(int pod) {
        return in(pod % APPS, Kind.POD, "app%d-pod%d".formatted(pod % APPS, pod));
    }

    private static ResourceRef replicaSet(int app) {
        return in(app, Kind.REPLICA_SET, "app%d-1".formatted(app));
    }

    private static ResourceRef in(int app, Kind kind, String name) {
        return ResourceRef.of(kind, "ns" + app % NAMESPACES, name);
    }

    /** About as long as a trimmed pod of a real cluster: 2.3 KB. */
    static String json(int pod, int version) {
        int app = pod % APPS;
        return POD.replace("APP", "app" + app)
                .replace("POD", "pod" + pod)
                .replace("NS", "ns" + app % NAMESPACES)
                .replace("NODE", "node" + pod % NODES)
                .replace("UID", "%08x-4bfa-4b8e-9a5c-%012x".formatted(pod * 31, pod * 7919L))
                .replace("VERSION", String.valueOf(1_000_000 + pod * 10 + version))
                .replace("IP", "10.%d.%d.%d".formatted(pod >> 16 & 255, pod >> 8 & 255, pod & 255));
    }

    private static final String EMPTY = """
            {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","namespace":"x","uid":"u"}}""";

    private static final String POD = """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"APP-POD","namespace":"NS","uid":"UID","resourceVersion":"VERSION",
            "creationTimestamp":"2026-11-21T10:00:00Z","labels":{"app":"APP","pod-template-hash":"5d9c7b8f6",
            "app.kubernetes.io/part-of":"shop","team":"checkout"},
            "annotations":{"prometheus.io/scrape":"true","prometheus.io/port":"8080"},
            "ownerReferences":[{"apiVersion":"apps/v1","blockOwnerDeletion":true,"controller":true,"kind":"ReplicaSet","name":"APP-1","uid":"rs-APP"}]},
            "spec":{"containers":[{"name":"app","image":"registry.example/shop/APP:1.42.7","imagePullPolicy":"IfNotPresent",
            "env":[{"name":"URL","valueFrom":{"configMapKeyRef":{"name":"APP","key":"url"}}},{"name":"LEVEL","value":"info"}],
            "resources":{"limits":{"cpu":"500m","memory":"256Mi"},"requests":{"cpu":"100m","memory":"128Mi"}},
            "livenessProbe":{"httpGet":{"path":"/live","port":8080,"scheme":"HTTP"},"periodSeconds":10,"timeoutSeconds":1,"failureThreshold":3,"successThreshold":1},
            "volumeMounts":[{"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount","name":"kube-api-access-x","readOnly":true}],
            "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"nodeName":"NODE","restartPolicy":"Always",
            "schedulerName":"default-scheduler","serviceAccountName":"default","dnsPolicy":"ClusterFirst","terminationGracePeriodSeconds":30,
            "tolerations":[{"effect":"NoExecute","key":"node.kubernetes.io/not-ready","operator":"Exists","tolerationSeconds":300}]},
            "status":{"phase":"Running","podIP":"IP","hostIP":"192.168.1.1","qosClass":"Burstable","startTime":"2026-11-21T10:00:01Z",
            "conditions":[{"type":"Initialized","status":"True","lastTransitionTime":"2026-11-21T10:00:01Z"},{"type":"Ready","status":"True",
            "lastTransitionTime":"2026-11-21T10:00:09Z"},{"type":"ContainersReady","status":"True","lastTransitionTime":"2026-11-21T10:00:09Z"},
            {"type":"PodScheduled","status":"True","lastTransitionTime":"2026-11-21T10:00:00Z"}],
            "containerStatuses":[{"name":"app","ready":true,"started":true,"restartCount":0,"image":"registry.example/shop/APP:1.42.7",
            "imageID":"registry.example/shop/APP@sha256:UID","containerID":"containerd://UID","state":{"running":{"startedAt":"2026-11-21T10:00:05Z"}}}]}}
            """;
}
