package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.World;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.AsUndirectedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {

    @Test
    void relationsAreFollowedInBothDirections() {
        World world =
                Sketch.of("Pod/a READS Secret/s", "Pod/b READS Secret/s", "ReplicaSet/r OWNS Pod/b", "Pod/lonely");

        Path path = Path.between(world, Sketch.ref("Pod/a"), Sketch.ref("ReplicaSet/r"))
                .orElseThrow();

        assertThat(path.stops())
                .containsExactly(
                        Sketch.ref("Pod/a"), Sketch.ref("Secret/s"), Sketch.ref("Pod/b"), Sketch.ref("ReplicaSet/r"));
        assertThat(Path.between(world, Sketch.ref("Pod/a"), Sketch.ref("Pod/lonely")))
                .isEmpty();
        assertThat(Path.between(world, Sketch.ref("Pod/a"), Sketch.ref("Pod/unheard")))
                .isEmpty();
        assertThat(Path.between(world, Sketch.ref("Pod/a"), Sketch.ref("Pod/a"))
                        .orElseThrow()
                        .steps())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noPathIsShorter(long seed) {
        Random random = new Random(seed);
        World world = Sketch.of(IntStream.range(0, 40)
                .mapToObj(_ -> "Pod/p%d READS Secret/s%d".formatted(random.nextInt(20), random.nextInt(20)))
                .toArray(String[]::new));
        WorldGraph graph = new WorldGraph(world);
        var shortest = new BFSShortestPath<>(new AsUndirectedGraph<>(graph));
        for (ResourceRef from : graph.vertexSet()) {
            for (ResourceRef to : graph.vertexSet()) {
                Optional<Integer> expected =
                        Optional.ofNullable(shortest.getPath(from, to)).map(path -> path.getLength());
                assertThat(Path.between(world, from, to)
                                .map(path -> path.steps().size()))
                        .isEqualTo(expected);
            }
        }
    }
}
