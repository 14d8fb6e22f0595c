package io.kubilitics.e2e.safety;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.BodyName;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.operator.feed.ClusterFeed;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.operator.feed.Watches;
import io.kubilitics.operator.feed.WorldKeeper;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the body sees depends on what it may, and it knows what it does not see. */
@OnCluster
class SightTest {

    private final WorldKeeper keeper = new WorldKeeper();

    @AfterEach
    void end() {
        keeper.close();
    }

    @Test
    void theBodyAsItIsInstalledSeesEveryKindThatItWatches(TestCluster cluster) {
        Installed.on(cluster.client());
        try (KubernetesClient body = cluster.clientOf(BodyName.DEFAULT.userName());
                ClusterFeed feed = feed(body)) {
            feed.start();

            eventually(() -> assertThat(keeper.synced()).isTrue());
            assertThat(feed.refused()).isEmpty();
            assertThat(Kind.WATCHED)
                    .allMatch(kind -> kind.equals(Kind.LEASE)
                            ? keeper.world().listed(kind, "kube-node-lease")
                            : keeper.world().listed(kind));
            assertThat(keeper.world().presence(ResourceRef.of(Kind.SERVICE, "default", "kubernetes")))
                    .isEqualTo(Presence.PRESENT);
        }
    }

    @Test
    void whatItMayNotSeeIsUnseenAndHoldsNothingUp(TestCluster cluster) {
        Grants.everywhere(
                cluster.client(), "User", "looker", Grants.rule("", List.of("pods", "services"), "list", "watch"));
        try (KubernetesClient looker = cluster.clientOf("looker");
                ClusterFeed feed = feed(looker)) {
            feed.start();

            eventually(() -> assertThat(keeper.synced()).isTrue());
            assertThat(Kind.WATCHED.stream().filter(keeper.world()::listed))
                    .containsExactlyInAnyOrder(Kind.POD, Kind.SERVICE);
            assertThat(feed.refused()).hasSize(Kind.WATCHED.size() - 2);
            assertThat(keeper.world().presence(ResourceRef.of(Kind.SERVICE, "default", "none")))
                    .isEqualTo(Presence.ABSENT);
            assertThat(keeper.world().presence(ResourceRef.of(Kind.ENDPOINT_SLICE, "default", "none")))
                    .isEqualTo(Presence.UNSEEN);
            assertThat(keeper.world().presence(ResourceRef.clusterWide(Kind.STORAGE_CLASS, "none")))
                    .isEqualTo(Presence.UNSEEN);
        }
    }

    private ClusterFeed feed(KubernetesClient client) {
        return new ClusterFeed(
                client, Optional.empty(), keeper, new SecretValues(), new Watches(InstantSource.system()));
    }
}
