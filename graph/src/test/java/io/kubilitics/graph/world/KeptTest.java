package io.kubilitics.graph.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
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

        assertThat(kept(any).json()).isEqualTo(any);
        assertThat(kept(any)).isEqualTo(kept(any)).isNotEqualTo(kept(any + " "));
    }

    @Test
    void aWorldGivesTheObjectBack() {
        String json = Objects.pod("a", "'ready': true").replace('\'', '"');
        Seen seen = (Seen) Objects.of(Kind.POD, json).getFirst();
        World world = World.empty().apply(seen);
        ResourceRef pod = ResourceRef.of(Kind.POD, "shop", "a");

        assertThat(world.object(pod)).contains(json);
        assertThat(world.apply(seen)).isSameAs(world);
        Seen light = new Seen(seen.resource(), seen.relations(), seen.selections());
        assertThat(world.apply(light).object(pod)).isEmpty();
    }

    private static Kept kept(String text) {
        return Kept.of(text, TextNode.valueOf(text));
    }
}
