package io.kubilitics.e2e.world;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A few who change the cluster without rest: make, edit, delete and at once make again, in namespaces of their own and among the
 * simulated pods. What is refused because of what another did before, or because the API server is away, they leave.
 */
final class Churn {

    /** Already there, gone already, just going, busy; what an API server says while it starts; nothing while it is away. */
    private static final Set<Integer> EXPECTED = Set.of(-1, 0, 403, 404, 409, 429, 500, 503, 504);

    private static final int WORKERS = 3;
    private static final int PAUSE_MILLIS = 10;
    private static final String DELETE_NAMESPACE = "delete a namespace";
    private static final String SIMULATED = "simulated";

    private final KubernetesClient client;
    private final Random random;
    private final RandomObjects objects;
    private final List<Map.Entry<String, Runnable>> deeds = new ArrayList<>();
    private final Map<String, Integer> done = new ConcurrentSkipListMap<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final List<Thread> workers;
    private volatile boolean enough;

    Churn(KubernetesClient client, long seed) {
        this.client = client;
        random = new Random(seed);
        objects = new RandomObjects(random);
        deeds.addAll(List.of(
                Map.entry("apply", this::apply),
                Map.entry("apply", this::apply),
                Map.entry("delete", this::delete),
                Map.entry("make anew", this::makeAnew),
                Map.entry("relabel a pod", this::relabelPod),
                Map.entry("relabel a simulated pod", this::relabelSimulated),
                Map.entry("take a pod from its owner", this::disown),
                Map.entry("delete a simulated pod", this::deleteSimulated),
                Map.entry("scale", this::scale),
                Map.entry("relabel a namespace", this::relabelNamespace),
                Map.entry("make a namespace", this::makeNamespace)));
        workers = IntStream.range(0, WORKERS)
                .mapToObj(i -> Thread.ofPlatform().name("churn-" + i).unstarted(this::work))
                .toList();
    }

    /** Whether names there are given to one object after the other. */
    static boolean reuses(ResourceRef ref) {
        return ref.namespace().startsWith(RandomObjects.NAMESPACE) || ref.kind().equals(Kind.NAMESPACE);
    }

    void start() {
        RandomObjects.namespaces().forEach(name -> create(objects.namespace(name)));
        workers.forEach(Thread::start);
    }

    /** All that can be done. */
    Set<String> deeds() {
        return Stream.concat(Stream.of(DELETE_NAMESPACE), deeds.stream().map(Map.Entry::getKey))
                .collect(Collectors.toSet());
    }

    /** How often each was done. */
    Map<String, Integer> done() {
        return done;
    }

    /** What the API server did not take though it should have. */
    Queue<String> refused() {
        return refused;
    }

    private void work() {
        try {
            for (int i = 0; !enough; i++) {
                if (i % 200 == 150) {
                    // Rare, or there would never be much in it.
                    perform(DELETE_NAMESPACE, this::deleteNamespace);
                }
                var deed = deeds.get(random.nextInt(deeds.size()));
                perform(deed.getKey(), deed.getValue());
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(String name, Runnable deed) {
        try {
            deed.run();
            done.merge(name, 1, Integer::sum);
        } catch (KubernetesClientException answer) {
            if (!EXPECTED.contains(answer.getCode())) {
                refused.add("%s: %d %s".formatted(name, answer.getCode(), answer.getMessage()));
            }
        }
    }

    private void apply() {
        HasMetadata object = object(objects.any());
        if (object instanceof Pod) {
            client.resource(object).create();
        } else {
            client.resource(object).forceConflicts().serverSideApply();
        }
    }

    private void delete() {
        delete(object(objects.any()));
    }

    private void makeAnew() {
        HasMetadata object = object(objects.any());
        delete(object);
        client.resource(object).create();
    }

    private void delete(HasMetadata object) {
        client.resource(object).withGracePeriod(0).delete();
    }

    private void relabelPod() {
        var pod = client.pods().inNamespace(objects.oneNamespace()).withName(objects.pod());
        pod.patch(merge(), labels(objects.labels()));
    }

    private void relabelSimulated() {
        relabel(simulated(), "{\"tier\": \"%s\"}".formatted(random.nextBoolean() ? "front" : "back"));
    }

    /** Its ReplicaSet does not know it any more and makes another. */
    private void disown() {
        relabel(simulated(), "{\"app\": null}");
    }

    private void deleteSimulated() {
        simulated().forEach(pod -> client.resource(pod).delete());
    }

    private void relabel(List<Pod> pods, String labels) {
        pods.forEach(pod -> client.resource(pod).patch(merge(), labels(labels)));
    }

    /** One of the pods of one application. */
    private List<Pod> simulated() {
        return client
                .pods()
                .inNamespace(SIMULATED)
                .withLabel("app", "app-" + random.nextInt(10))
                .list(new ListOptionsBuilder()
                        .withLimit(1L + random.nextInt(20))
                        .build())
                .getItems()
                .reversed()
                .stream()
                .limit(1)
                .toList();
    }

    private void scale() {
        client.apps()
                .deployments()
                .inNamespace(SIMULATED)
                .withName("app-" + random.nextInt(10))
                .patch(merge(), "{\"spec\": {\"replicas\": %d}}".formatted(180 + random.nextInt(40)));
    }

    private void relabelNamespace() {
        client.namespaces()
                .withName(objects.oneNamespace())
                .patch(merge(), labels("{\"team\": %s}".formatted(objects.team())));
    }

    private void makeNamespace() {
        create(objects.namespace(RandomObjects.NAMESPACE + 0));
    }

    private void deleteNamespace() {
        client.namespaces()
                .withName(RandomObjects.NAMESPACE + 0)
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .delete();
    }

    private void create(String yaml) {
        client.resource(object(yaml)).create();
    }

    private HasMetadata object(String yaml) {
        return client.getKubernetesSerialization().unmarshal(yaml);
    }

    private static PatchContext merge() {
        return PatchContext.of(PatchType.JSON_MERGE);
    }

    private static String labels(String labels) {
        return "{\"metadata\": {\"labels\": %s}}".formatted(labels);
    }

    void stop() throws InterruptedException {
        enough = true;
        for (Thread worker : workers) {
            worker.join();
        }
    }
}
