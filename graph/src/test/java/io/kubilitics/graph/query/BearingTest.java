package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.World;
import org.junit.jupiter.api.Test;

class BearingTest {

    @Test
    void whatOthersCountOnBearsThoughNobodyDoesHere() {
        assertThat(Bearing.known(World.empty(), Kind.CONFIG_MAP)).isTrue();
        assertThat(Bearing.known(World.empty(), Kind.NODE)).isTrue();
        assertThat(Bearing.known(World.empty(), Kind.CUSTOM_RESOURCE)).isTrue();
    }

    @Test
    void ofWhatOnlyLimitsOthersNothingIsKnown() {
        World world = Sketch.of("PodDisruptionBudget/p LIMITS_DISRUPTION Pod/a", "NetworkPolicy/n APPLIES_TO Pod/a");

        assertThat(Bearing.known(world, Sketch.ref("PodDisruptionBudget/p").kind()))
                .isFalse();
        assertThat(Bearing.known(world, Sketch.ref("NetworkPolicy/n").kind())).isFalse();
        assertThat(Bearing.known(world, Kind.LIMIT_RANGE)).isFalse();
    }

    @Test
    void aCustomKindBearsWhereARelationSaysSo() {
        World world =
                Sketch.of("Widget/w OWNS Pod/a", "App/a DEPENDS_ON App/b", "App/b", "Lamp/l LIMITS_DISRUPTION Pod/a");

        assertThat(Bearing.known(world, Sketch.ref("Widget/w").kind())).isTrue();
        assertThat(Bearing.known(world, Sketch.ref("App/b").kind())).isTrue();
        assertThat(Bearing.known(world, Sketch.ref("Lamp/l").kind())).isFalse();
    }
}
