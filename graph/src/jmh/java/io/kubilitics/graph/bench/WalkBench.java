package io.kubilitics.graph.bench;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Rows;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jgrapht.graph.DirectedMultigraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Breadth first over everything, in both directions, from every resource not yet met: ours, JGraphT's own graph, maps of lists. */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx5g", "-XX:+UseG1GC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WalkBench {

    private World world = World.empty();
    private Wiring wiring = world.wiring();
    private Rows rows = wiring.rows();
    private final DirectedMultigraph<ResourceRef, Relation> jgrapht = new DirectedMultigraph<>(Relation.class);
    private final Map<ResourceRef, List<Relation>> out = new HashMap<>();
    private final Map<ResourceRef, List<Relation>> in = new HashMap<>();

    @Setup(Level.Trial)
    public void build() {
        world = BigTown.world(false);
        wiring = world.wiring();
        rows = wiring.rows();
        for (int number = 0; number < wiring.bound(); number++) {
            jgrapht.addVertex(wiring.ref(number));
        }
        for (int number = 0; number < wiring.bound(); number++) {
            ResourceRef from = wiring.ref(number);
            wiring.out(number, (type, other) -> {
                Relation relation = new Relation(type, from, wiring.ref(other));
                jgrapht.addEdge(relation.from(), relation.to(), relation);
                out.computeIfAbsent(relation.from(), _ -> new ArrayList<>()).add(relation);
                in.computeIfAbsent(relation.to(), _ -> new ArrayList<>()).add(relation);
            });
        }
        System.out.printf(
                "%n%d vertices, %d relations%n",
                wiring.bound(), jgrapht.edgeSet().size());
    }

    @Benchmark
    public int worldLaidOut() {
        return walk(rows, wiring);
    }

    /** The first walk over a world that has just changed. */
    @Benchmark
    public int worldLaidOutFirst() {
        Wiring next = world.apply(new Observation.Listed(Kind.POD)).wiring();
        return walk(next.rows(), next);
    }

    /** Without laying it out. */
    @Benchmark
    public int worldAsItIsKept() {
        BitSet met = new BitSet(wiring.bound());
        int[] queue = new int[wiring.bound()];
        int[] filled = {0};
        Wiring.Visitor meet = (_, other) -> {
            if (!met.get(other)) {
                met.set(other);
                queue[filled[0]++] = other;
            }
        };
        int taken = 0;
        for (int start = 0; start < wiring.bound(); start++) {
            if (wiring.used(start)) {
                meet.meet(Relation.Type.OWNS, start);
            }
            for (; taken < filled[0]; taken++) {
                wiring.out(queue[taken], meet);
                wiring.in(queue[taken], meet);
            }
        }
        return taken;
    }

    private static int walk(Rows rows, Wiring wiring) {
        BitSet met = new BitSet(wiring.bound());
        int[] queue = new int[wiring.bound()];
        int filled = 0;
        int taken = 0;
        for (int start = 0; start < wiring.bound(); start++) {
            if (wiring.used(start) && !met.get(start)) {
                met.set(start);
                queue[filled++] = start;
            }
            for (; taken < filled; taken++) {
                int after = rows.after(queue[taken]);
                for (int place = rows.first(queue[taken]); place < after; place++) {
                    int other = rows.other(place);
                    if (!met.get(other)) {
                        met.set(other);
                        queue[filled++] = other;
                    }
                }
            }
        }
        return taken;
    }

    @Benchmark
    public int jgrapht() {
        Set<ResourceRef> met = new HashSet<>();
        Deque<ResourceRef> queue = new ArrayDeque<>();
        for (ResourceRef start : jgrapht.vertexSet()) {
            if (met.add(start)) {
                queue.add(start);
            }
            while (!queue.isEmpty()) {
                ResourceRef at = queue.remove();
                for (Relation edge : jgrapht.outgoingEdgesOf(at)) {
                    if (met.add(edge.to())) {
                        queue.add(edge.to());
                    }
                }
                for (Relation edge : jgrapht.incomingEdgesOf(at)) {
                    if (met.add(edge.from())) {
                        queue.add(edge.from());
                    }
                }
            }
        }
        return met.size();
    }

    @Benchmark
    public int mapsOfLists() {
        Set<ResourceRef> met = new HashSet<>();
        Deque<ResourceRef> queue = new ArrayDeque<>();
        for (ResourceRef start : jgrapht.vertexSet()) {
            if (met.add(start)) {
                queue.add(start);
            }
            while (!queue.isEmpty()) {
                ResourceRef at = queue.remove();
                for (Relation edge : out.getOrDefault(at, List.of())) {
                    if (met.add(edge.to())) {
                        queue.add(edge.to());
                    }
                }
                for (Relation edge : in.getOrDefault(at, List.of())) {
                    if (met.add(edge.from())) {
                        queue.add(edge.from());
                    }
                }
            }
        }
        return met.size();
    }
}
