package io.kubilitics.graph.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.Objects;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RolloutHistoryTest {

    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");

    @Test
    void eachRevisionIsComparedWithTheOneBefore() {
        World world =
                revision(revision(World.empty(), 2, "10:05:00Z", "cart:2", "32Mi"), 1, "10:00:00Z", "cart:2", "64Mi");
        world = revision(world, 3, "10:09:00Z", "cart:3", "32Mi");

        assertThat(RolloutHistory.of(world, CART))
                .extracting(Change::toString)
                .containsExactly(
                        "memory limit of container app of Deployment shop/cart changed from 64Mi to 32Mi",
                        "image of container app of Deployment shop/cart changed from cart:2 to cart:3");
        assertThat(RolloutHistory.of(world, CART).getFirst().at()).isEqualTo(Instant.parse("2026-11-21T10:05:00Z"));
    }

    @Test
    void withOneRevisionNothingHasChanged() {
        assertThat(RolloutHistory.of(revision(World.empty(), 1, "10:00:00Z", "cart:1", "64Mi"), CART))
                .isEmpty();
    }

    private static World revision(World world, int number, String at, String image, String memory) {
        String container =
                "{'name': 'app', 'image': '%s', 'resources': {'limits': {'memory': '%s'}}}".formatted(image, memory);
        return Objects.add(world, Kind.REPLICA_SET, Objects.replicaSet(number, "2026-11-21T" + at, container));
    }
}
