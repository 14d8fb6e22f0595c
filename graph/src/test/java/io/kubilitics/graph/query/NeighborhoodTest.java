package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import org.junit.jupiter.api.Test;

class NeighborhoodTest {

    private final World world = Sketch.of(
            "Pod/b READS Secret/s",
            "Pod/a READS Secret/s",
            "ReplicaSet/r OWNS Pod/a",
            "Deployment/d OWNS ReplicaSet/r");

    @Test
    void goesSoManyHopsInAllDirections() {
        Neighborhood near = Neighborhood.of(world, Sketch.ref("Secret/s"), 2, 100);

        assertThat(near.resources())
                .containsExactly(
                        Sketch.ref("Secret/s"), Sketch.ref("Pod/a"), Sketch.ref("Pod/b"), Sketch.ref("ReplicaSet/r"));
        assertThat(near.relations())
                .containsExactlyInAnyOrder(
                        new Relation(Relation.Type.READS, Sketch.ref("Pod/a"), Sketch.ref("Secret/s")),
                        new Relation(Relation.Type.READS, Sketch.ref("Pod/b"), Sketch.ref("Secret/s")),
                        new Relation(Relation.Type.OWNS, Sketch.ref("ReplicaSet/r"), Sketch.ref("Pod/a")));
        assertThat(near.cut()).isFalse();
    }

    @Test
    void saysWhenItHadToStopEarlier() {
        Neighborhood near = Neighborhood.of(world, Sketch.ref("Secret/s"), 2, 2);

        assertThat(near.resources()).containsExactly(Sketch.ref("Secret/s"), Sketch.ref("Pod/a"));
        assertThat(near.cut()).isTrue();
        assertThat(Neighborhood.of(world, Sketch.ref("Secret/s"), 1, 3).cut()).isFalse();
    }

    @Test
    void ofAnUnheardResourceThereIsNone() {
        assertThat(Neighborhood.of(world, Sketch.ref("Pod/unheard"), 2, 10).resources())
                .isEmpty();
    }
}
