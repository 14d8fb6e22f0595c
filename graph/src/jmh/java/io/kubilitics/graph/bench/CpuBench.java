package io.kubilitics.graph.bench;

import io.kubilitics.graph.query.BlastRadius;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The same walks, changes and questions in turns in one JVM, by the processor time of the thread: for machines that are not quiet,
 * where the clock on the wall tells of others. {@code ./mvnw -Pbench test -pl graph
 * -Dbench.main=io.kubilitics.graph.bench.CpuBench}.
 */
public final class CpuBench {

    private static final int ROUNDS = 9;
    private static final int CHANGES = 20_000;
    private static final int QUESTIONS = 2_000;

    /** Keeps what was computed from being computed away. */
    private static int seen;

    private CpuBench() {}

    /** Something done so many times a round, with what each round took in nanoseconds. */
    private record Work(String name, int times, Supplier<?> once, long[] rounds) {

        Work(String name, int times, Supplier<?> once) {
            this(name, times, once, new long[ROUNDS]);
        }

        void measure(int round) {
            long start = cpu();
            for (int i = 0; i < times; i++) {
                seen += System.identityHashCode(once.get()) & 1;
            }
            rounds[round] = cpu() - start;
        }

        double median() {
            return Arrays.stream(rounds).sorted().toArray()[ROUNDS / 2] / (double) times;
        }
    }

    public static void main(String[] args) {
        load();
        walks();
        changes();
        load();
        System.out.println(seen > 0 ? "" : "nothing was computed");
    }

    private static void walks() {
        WalkBench walk = new WalkBench();
        walk.build();
        List<Work> works = List.of(
                new Work("walk, laid out", 1, walk::worldLaidOut),
                new Work("walk, laid out first", 1, walk::worldLaidOutFirst),
                new Work("walk, as it is kept", 1, walk::worldAsItIsKept),
                new Work("walk, JGraphT", 1, walk::jgrapht),
                new Work("walk, maps of lists", 1, walk::mapsOfLists));
        inTurns(works).forEach(work -> System.out.printf("%-22s %10.1f ms%n", work.name(), work.median() / 1e6));
    }

    private static void changes() {
        WorldBench world = new WorldBench();
        world.build();
        List<Work> works = List.of(
                new Work("apply", 10 * CHANGES, world::applyWithUnchangedRelations),
                new Work("read to apply", CHANGES, world::observeApplyAndCompress),
                new Work("remove and add", CHANGES, world::removeAndAddAtAHub));
        inTurns(works).forEach(work -> System.out.printf("%-22s %10.0f /s%n", work.name(), 1e9 / work.median()));
        ask(world);
    }

    private static void ask(WorldBench world) {
        Work hub = new Work("blast radius of a hub", 1, world::blastRadiusOfAHub);
        inTurns(List.of(hub));
        int affected = world.blastRadiusOfAHub().affected().size();
        System.out.printf("%-22s %10.3f µs for each of %d%n", hub.name(), hub.median() / 1e3 / affected, affected);
        ask("blast radius of a node", world::blastRadiusOfANode);
        ask("blast radius of a database", world::blastRadiusOfADatabase);
    }

    private static void ask(String name, Supplier<BlastRadius> question) {
        long[] each = new long[QUESTIONS];
        int most = 0;
        for (int i = -QUESTIONS; i < QUESTIONS; i++) {
            long start = cpu();
            most = Math.max(most, question.get().affected().size());
            each[Math.max(i, 0)] = cpu() - start;
        }
        Arrays.sort(each);
        System.out.printf(
                "%-26s %10.3f ms p99, %.3f ms median, at most %d affected%n",
                name, each[QUESTIONS * 99 / 100] / 1e6, each[QUESTIONS / 2] / 1e6, most);
    }

    private static List<Work> inTurns(List<Work> works) {
        // The first rounds are for the compiler.
        Stream.of(0, 0, 0).forEach(round -> works.forEach(work -> work.measure(round)));
        for (int round = 0; round < ROUNDS; round++) {
            for (Work work : works) {
                work.measure(round);
            }
        }
        return works;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void load() {
        System.out.printf(
                "load average %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
