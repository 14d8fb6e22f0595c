package io.kubilitics.graph.bench;

import static io.kubilitics.graph.world.Relation.Type.OWNS;
import static io.kubilitics.graph.world.Relation.Type.SCHEDULED_ON;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ten million resources come and go, none of a name that was there before: {@code ./mvnw -Pbench test -pl graph
 * -Dbench.main=io.kubilitics.graph.bench.ChurnBench}. Prints the heap, which is to stay as it is.
 */
public final class ChurnBench {

    private static final int CYCLES = 10_000_000;
    private static final int ALIVE = 10_000;
    private static final Seen ONE = BigTown.observed(BigTown.json(1, 1));

    private ChurnBench() {}

    public static void main(String[] args) {
        World world = World.empty();
        for (int i = 0; i < CYCLES + ALIVE; i++) {
            world = world.apply(pod(i));
            world = i < ALIVE ? world : world.apply(new Gone(ref(i - ALIVE), Instant.ofEpochSecond(i)));
            if (i % (CYCLES / 10) == CYCLES / 20) {
                print(i, world);
            }
        }
    }

    private static Seen pod(int number) {
        ResourceRef ref = ref(number);
        return new Seen(
                new Resource(ref, ONE.resource().meta(), ONE.resource().facts()),
                List.of(
                        new Relation(OWNS, ResourceRef.of(Kind.REPLICA_SET, ref.namespace(), "set-" + number / 3), ref),
                        new Relation(SCHEDULED_ON, ref, BigTown.node(number % 1_000))),
                List.of(),
                ONE.object());
    }

    private static ResourceRef ref(int number) {
        return ResourceRef.of(Kind.POD, "ns" + number % 50, "pod-" + number);
    }

    private static void print(int cycles, World world) {
        IntStream.range(0, 3).forEach(_ -> System.gc());
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "after %8d cycles: %4d MiB, numbers below %d, %d there%n",
                cycles,
                runtime.totalMemory() - runtime.freeMemory() >> 20,
                world.wiring().bound(),
                world.all(Kind.POD).count());
    }
}
