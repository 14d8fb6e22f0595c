package io.kubilitics.gateway.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final ResourceRef POD = ResourceRef.of(Kind.POD, "shop", "p");
    private static final ResourceRef NODE = ResourceRef.clusterWide(Kind.NODE, "n");
    private static final ResourceRef SHOP = ResourceRef.clusterWide(Kind.NAMESPACE, "shop");

    @Test
    void ofANamespaceSaysNothingOfOthers() {
        World world = world(List.of(POD, NODE, SHOP));

        assertThat(world.presence(ResourceRef.of(Kind.POD, "shop", "other"))).isEqualTo(Presence.ABSENT);
        assertThat(world.presence(ResourceRef.of(Kind.POD, "kube-system", "dns")))
                .isEqualTo(Presence.UNSEEN);
        assertThat(world.presence(ResourceRef.of(Kind.SECRET, "shop", "s"))).isEqualTo(Presence.UNSEEN);
        assertThat(world.presence(ResourceRef.clusterWide(Kind.NODE, "other"))).isEqualTo(Presence.ABSENT);
        assertThat(world.presence(ResourceRef.clusterWide(Kind.NAMESPACE, "other")))
                .isEqualTo(Presence.UNSEEN);
    }

    @Test
    void isThatOfTheClusterWhereItsOwnNamespacesWereListed() {
        World world = world(List.of(
                POD,
                SHOP,
                ResourceRef.clusterWide(Kind.NAMESPACE, "default"),
                ResourceRef.clusterWide(Kind.NAMESPACE, "kube-system")));

        assertThat(world.presence(ResourceRef.of(Kind.POD, "elsewhere", "p"))).isEqualTo(Presence.ABSENT);
        assertThat(world.presence(ResourceRef.clusterWide(Kind.NAMESPACE, "other")))
                .isEqualTo(Presence.ABSENT);
        assertThat(world.presence(ResourceRef.of(Kind.SECRET, "shop", "s"))).isEqualTo(Presence.UNSEEN);
    }

    private static World world(List<ResourceRef> complete) {
        return World.empty().applyAll(Completeness.of(complete).observations().toList());
    }
}
