package io.kubilitics.e2e.thread;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.kubilitics.e2e.cluster.TestCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Diagnoses a namespace again and again while something goes on there, and remembers what was seen of it each time. */
final class Polls {

    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final TestCluster cluster;
    private final String namespace;
    private final List<Poll> polls = new ArrayList<>();

    /**
     * One look.
     *
     * @param amid whether pods were being made or taken away before it and still after it
     * @param answer in short: {@code healthy}, or what was found
     */
    record Poll(boolean amid, String answer) {}

    Polls(TestCluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** Until it is over, and once more then. */
    List<Poll> until(Predicate<List<Pod>> over) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!over.test(pods())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it takes too long; so far " + polls);
            }
            poll();
        }
        poll();
        return polls;
    }

    private void poll() throws IOException {
        boolean before = moving(pods());
        JsonNode answer = Diagnosis.here(cluster, namespace).json();
        polls.add(new Poll(before && moving(pods()), summary(answer)));
    }

    private static String summary(JsonNode answer) {
        String status = answer.path("status").asText();
        return status.equals("healthy")
                ? status
                : status + " " + answer.path("causes") + answer.path("trace") + answer.path("decides");
    }

    private static boolean moving(List<Pod> pods) {
        return pods.stream().anyMatch(pod -> going(pod) || !Readiness.isPodReady(pod));
    }

    static boolean going(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() != null;
    }

    private List<Pod> pods() {
        KubernetesClient client = cluster.client();
        return client.pods().inNamespace(namespace).list().getItems();
    }
}
