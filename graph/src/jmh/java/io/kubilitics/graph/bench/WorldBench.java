package io.kubilitics.graph.bench;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.BlastRadius;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/** Changes and questions at the largest size. One thread. */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx5g", "-XX:+UseG1GC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@OutputTimeUnit(TimeUnit.SECONDS)
public class WorldBench {

    private static final int SOME = 10_000;

    private World world = World.empty();
    private List<Seen> ready = List.of();
    private List<String> json = List.of();
    private ResourceRef[] nodes = {};
    private ResourceRef[] databases = {};
    private int turn;

    @Setup(Level.Trial)
    public void build() {
        world = BigTown.world(false);
        Random random = new Random(1);
        int[] pods = random.ints(SOME, 0, BigTown.PODS).toArray();
        // Each pod in two versions, one after the other half a round later: so every apply changes something.
        ready = Stream.of(2, 3)
                .flatMap(version -> IntStream.of(pods).mapToObj(pod -> BigTown.light(BigTown.pod(pod, version))))
                .toList();
        json = Stream.of(2, 3)
                .flatMap(version -> IntStream.of(pods).mapToObj(pod -> BigTown.json(pod, version)))
                .toList();
        nodes = random.ints(SOME, 0, BigTown.NODES).mapToObj(BigTown::node).toArray(ResourceRef[]::new);
        databases = random.ints(SOME, 0, BigTown.DATABASES)
                .mapToObj(BigTown::database)
                .toArray(ResourceRef[]::new);
    }

    /** A ready observation of a pod whose relations did not change. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public World applyWithUnchangedRelations() {
        world = world.apply(ready.get(turn++ % ready.size()));
        return world;
    }

    /** A pod as it comes from the API server: read, observed, compressed, applied. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public World observeApplyAndCompress() {
        String object = json.get(turn++ % json.size());
        world = world.apply(BigTown.observed(object));
        return world;
    }

    /** A pod goes and comes back: two changes, all of its relations, one of them to an account that 20 000 pods use. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public World removeAndAddAtAHub() {
        Seen seen = ready.get(turn++ % ready.size());
        world = world.apply(new Gone(seen.resource().ref())).apply(seen);
        return world;
    }

    /** A node fails: about 30 pods, their ReplicaSets, Deployments and Services. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public BlastRadius blastRadiusOfANode() {
        return BlastRadius.of(world, nodes[turn++ % nodes.length], Harm.UNWELL);
    }

    /** A database fails: the pods of 75 apps, their ReplicaSets, Deployments and Services, just under a thousand. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public BlastRadius blastRadiusOfADatabase() {
        return BlastRadius.of(world, databases[turn++ % databases.length], Harm.UNWELL);
    }

    /** An account that 20 000 pods use: about 65 000 affected. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public BlastRadius blastRadiusOfAHub() {
        return BlastRadius.of(world, BigTown.HUB, Harm.UNWELL);
    }
}
