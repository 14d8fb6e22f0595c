package io.kubilitics.graph.bench;

import io.kubilitics.graph.time.WorldRing;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.lang.ref.Reference;
import java.time.Duration;
import java.time.Instant;

/** How much heap worlds take: {@code ./mvnw -Pbench test -pl graph -Dbench.main=io.kubilitics.graph.bench.HeapBench}. */
public final class HeapBench {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final long RING_BYTES = 512L << 20;

    private HeapBench() {}

    public static void main(String[] args) {
        long empty = used();
        World world = BigTown.world(true);
        long one = used();
        print("one world with compressed objects", one - empty);

        World relisted = world;
        for (int pod = 0; pod < BigTown.PODS; pod++) {
            relisted = relisted.apply(BigTown.pod(pod, 2));
        }
        long two = used();
        print("after all pods changed, with the world before", two - empty);
        System.out.printf("per change of a pod                            %6d B%n", (two - one) / BigTown.PODS);
        Reference.reachabilityFence(world);

        WorldRing ring = new WorldRing(relisted, START, Duration.ofHours(1), RING_BYTES);
        world = World.empty();
        for (int i = 0; i < 200_000; i++) {
            int pod = (int) (i * 7919L % BigTown.PODS);
            Observation next = BigTown.pod(pod, 3);
            ring.apply(next, START.plusMillis(i * 10L));
        }
        print("one world and the ring full", used() - empty);
        System.out.printf(
                "the ring says %d MiB since %s%n",
                ring.window().bytes() >> 20, ring.window().from());
        World second = BigTown.world(true);
        print("two worlds in one JVM, with the ring", used() - empty);
        System.out.println(world.version() + second.version() + ring.now().version());
    }

    private static void print(String what, long bytes) {
        System.out.printf("%-46s %6d MiB%n", what, bytes >> 20);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
