package io.kubilitics.e2e.world;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.operator.feed.ClusterFeed;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.operator.feed.Watches;
import io.kubilitics.operator.feed.WorldKeeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How soon a body has seen everything, beside how soon the bare client has listed the same: {@code docs/performance.md} has the
 * command. Each round takes all three, one after the other, from the same API server.
 */
public final class SyncBench {

    private static final int ROUNDS = 12;
    private static final int WARM_UP = 5;

    private final KubernetesClient client;
    private final ListRequests requests = new ListRequests();
    private final List<Round> rounds = new ArrayList<>();

    /**
     * What one piece of work took, in milliseconds.
     *
     * @param cpu of this process; says more than the time where others use the machine too
     */
    private record Cost(long time, long cpu) {

        double over(Cost other) {
            return (double) time / other.time;
        }

        @Override
        public String toString() {
            return "%6d ms %6d ms".formatted(time, cpu);
        }
    }

    private record Round(Cost oneByOne, Cost atOnce, Cost synced) {}

    private interface Work {
        void run() throws Exception;
    }

    private SyncBench(KubernetesClient like) {
        client = new KubernetesClientBuilder()
                .withConfig(like.getConfiguration())
                .withHttpClientBuilderConsumer(builder -> builder.addOrReplaceInterceptor("lists", requests))
                .build();
    }

    /** The number of pods. */
    public static void main(String[] args) throws Exception {
        int pods = Integer.parseInt(args[0]);
        try (TestCluster cluster = TestCluster.simulated("-sync", Math.max(1, pods / 100), pods)) {
            SyncBench bench = new SyncBench(cluster.client());
            bench.run();
            bench.client.close();
        }
    }

    private void run() throws Exception {
        int objects = seen();
        RawLists raw = new RawLists(client, requests.asked());
        requests.asked().stream().sorted().forEach(asked -> System.out.println("  " + asked));
        System.out.printf("%d objects in the world; the client lists %d, Events too%n", objects, raw.atOnce());
        System.out.printf(
                "%8s %19s %19s %19s %8s %8s%n",
                "round", "one by one, cpu", "at once, cpu", "synced, cpu", "to one", "to all");
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(new Round(cost(raw::oneByOne), cost(raw::atOnce), cost(this::seen)));
            print(Integer.toString(i + 1), rounds.getLast());
        }
        List<Round> warm = rounds.subList(WARM_UP, ROUNDS);
        print(
                "median",
                new Round(
                        median(warm.stream().map(Round::oneByOne)),
                        median(warm.stream().map(Round::atOnce)),
                        median(warm.stream().map(Round::synced))));
    }

    /** Until synced; taking the body down again does not count. */
    private int seen() throws InterruptedException {
        WorldKeeper keeper = new WorldKeeper();
        ClusterFeed feed = new ClusterFeed(
                client, Optional.empty(), keeper, new SecretValues(), new Watches(InstantSource.system()));
        feed.start();
        while (!keeper.synced()) {
            Thread.sleep(1);
        }
        Thread.ofVirtual().start(() -> {
            feed.close();
            keeper.close();
        });
        return (int) keeper.world().all().count();
    }

    private static void print(String name, Round round) {
        System.out.printf(
                "%8s %s %s %s %8.2f %8.2f%n",
                name,
                round.oneByOne(),
                round.atOnce(),
                round.synced(),
                round.synced().over(round.oneByOne()),
                round.synced().over(round.atOnce()));
    }

    private static Cost median(Stream<Cost> costs) {
        List<Cost> all = costs.toList();
        return new Cost(
                middle(all.stream().map(Cost::time)), middle(all.stream().map(Cost::cpu)));
    }

    private static long middle(Stream<Long> values) {
        List<Long> sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static Cost cost(Work work) throws Exception {
        System.gc();
        Thread.sleep(500);
        long start = System.nanoTime();
        long cpu = cpu();
        work.run();
        long time = System.nanoTime() - start;
        return new Cost(
                Duration.ofNanos(time).toMillis(), Duration.ofNanos(cpu() - cpu).toMillis());
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
