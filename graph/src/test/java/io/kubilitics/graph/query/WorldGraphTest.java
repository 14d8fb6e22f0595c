package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import org.jgrapht.graph.DirectedMultigraph;
import org.junit.jupiter.api.Test;

class WorldGraphTest {

    private final World world = Sketch.of(
            "Pod/a READS Secret/s",
            "Pod/a MOUNTS Secret/s",
            "Pod/b READS Secret/s",
            "ReplicaSet/r OWNS Pod/a",
            "Pod/c");
    private final WorldGraph graph = new WorldGraph(world);

    /** JGraphT's own graph with the same content answers alike. */
    @Test
    void answersLikeAGraphOfJgrapht() {
        DirectedMultigraph<Object, Relation> twin = new DirectedMultigraph<>(Relation.class);
        graph.vertexSet().forEach(twin::addVertex);
        graph.edgeSet().forEach(edge -> twin.addEdge(edge.from(), edge.to(), edge));

        assertThat(graph.edgeSet()).hasSize(4);
        assertThat(graph.vertexSet()).hasSize(5);
        for (var vertex : graph.vertexSet()) {
            assertThat(graph.outgoingEdgesOf(vertex)).isEqualTo(twin.outgoingEdgesOf(vertex));
            assertThat(graph.incomingEdgesOf(vertex)).isEqualTo(twin.incomingEdgesOf(vertex));
            assertThat(graph.edgesOf(vertex)).isEqualTo(twin.edgesOf(vertex));
            assertThat(graph.degreeOf(vertex)).isEqualTo(twin.degreeOf(vertex));
            for (var other : graph.vertexSet()) {
                assertThat(graph.getAllEdges(vertex, other)).isEqualTo(twin.getAllEdges(vertex, other));
                assertThat(graph.containsEdge(vertex, other)).isEqualTo(twin.containsEdge(vertex, other));
            }
        }
    }

    @Test
    void cannotBeChanged() {
        assertThat(graph.getType().isModifiable()).isFalse();
        assertThatThrownBy(() -> graph.addVertex(Sketch.ref("Pod/d")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graph.removeVertex(Sketch.ref("Pod/a")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graph.addEdge(Sketch.ref("Pod/a"), Sketch.ref("Pod/b")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void circlesOfOneRelationAreFound() {
        World turning = Sketch.of(
                "App/a OWNS App/b",
                "App/b OWNS App/c",
                "App/c OWNS App/a",
                "App/x OWNS App/x",
                "App/p OWNS App/q",
                "App/q DEPENDS_ON App/p");

        assertThat(Cycles.of(turning, Relation.Type.OWNS))
                .extracting(Object::toString)
                .containsExactly("[App shop/a, App shop/b, App shop/c]", "[App shop/x]");
        assertThat(Cycles.of(turning, Relation.Type.DEPENDS_ON)).isEmpty();
    }
}
