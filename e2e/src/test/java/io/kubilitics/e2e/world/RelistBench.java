package io.kubilitics.e2e.world;

import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.telemetry.Page;
import io.kubilitics.operator.Access;
import io.kubilitics.operator.Body;
import io.kubilitics.operator.telemetry.BodyMetric;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much heap a body takes when everything is listed again, because the API server came back without the past:
 * {@code docs/performance.md} has the command.
 */
public final class RelistBench {

    private static final AtomicLong MOST = new AtomicLong();

    private RelistBench() {}

    /** The number of pods. */
    public static void main(String[] args) throws Exception {
        int pods = Integer.parseInt(args[0]);
        try (TestCluster cluster = TestCluster.simulated("-relist", Math.max(1, pods / 100), pods)) {
            long empty = live();
            Access access = new Access(Optional.of(cluster.cluster().kubeconfig()), Optional.empty());
            try (Body body = Body.looking(access, Optional.empty())) {
                awaitReady(body);
                print("%d objects, at rest".formatted(objects(body)), live() - empty);
                Thread sampler = Thread.ofPlatform().daemon().start(RelistBench::sample);
                cluster.cluster().crashApiServer();
                Thread.sleep(3_000);
                cluster.cluster().restartApiServer();
                while (!relisted(body)) {
                    Thread.sleep(100);
                }
                awaitReady(body);
                sampler.interrupt();
                sampler.join();
                print("most in use while all was listed again, garbage and all", MOST.get() - empty);
                print("%d objects, at rest again".formatted(objects(body)), live() - empty);
            }
        }
    }

    private static void awaitReady(Body body) throws InterruptedException {
        while (!body.ready().stream().allMatch(check -> check.trouble().get().isEmpty())
                || body.world().backlog().size() > 0) {
            Thread.sleep(100);
        }
    }

    private static boolean relisted(Body body) {
        return Page.of(body.telemetry().page()).value(BodyMetric.WATCH_RELISTS, "", "kind=\"Pod\"") > 0;
    }

    private static long objects(Body body) {
        return body.world().world().all().count();
    }

    private static void sample() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                MOST.accumulateAndGet(used(), Math::max);
                Thread.sleep(2);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static long used() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return heap.getUsed();
    }

    private static long live() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(300);
        }
        return used();
    }

    private static void print(String what, long bytes) {
        System.out.printf("%-60s %6d MiB%n", what, bytes >> 20);
    }
}
