package io.kubilitics.graph.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.Objects;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation.Seen;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 5_000, 100_000})
    void comesBackAsItWas(int length) {
        Random random = new Random(length);
        String any = random.ints(length, 1, 0xD7FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(Kept.of(any).json()).isEqualTo(any);
        assertThat(Kept.of(any)).isEqualTo(Kept.of(any)).isNotEqualTo(Kept.of(any + " "));
    }

    @Test
    void aWorldGivesTheObjectBack() {
        String json = Objects.pod("a", "'ready': true").replace('\'', '"');
        Seen seen = (Seen) Objects.of(Kind.POD, json).getFirst();
        World world = World.empty().apply(seen.keeping(json));
        ResourceRef pod = ResourceRef.of(Kind.POD, "shop", "a");

        assertThat(world.object(pod)).contains(json);
        assertThat(world.apply(seen.keeping(json))).isSameAs(world);
        assertThat(world.apply(seen).object(pod)).isEmpty();
    }
}
