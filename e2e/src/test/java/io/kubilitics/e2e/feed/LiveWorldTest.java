package io.kubilitics.e2e.feed;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.impact.Forecast;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import io.kubilitics.proto.BodyGrpc;
import io.kubilitics.proto.ClusterUpdate;
import io.kubilitics.proto.ClusterUpdate.UpdateCase;
import io.kubilitics.proto.StreamRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A live world holds what a recorded one does: objects to try changes on, addresses, certificates; and no secret. */
@OnCluster
class LiveWorldTest {

    /** As in the shop. */
    private static final String PASSWORD = "correct-horse-battery";

    private static final String KEY = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49";

    private String home = "";

    @BeforeEach
    void aShop(KubernetesClient admin, TestNamespace namespace) throws IOException {
        home = namespace.name();
        try (InputStream shop = Objects.requireNonNull(LiveWorldTest.class.getResourceAsStream("shop.yaml"))) {
            admin.load(shop).inNamespace(home).create();
        }
    }

    @Test
    void whatAChangeWouldDoCanBeTriedOnBothWorlds(TestCluster cluster) {
        ResourceRef cart = ResourceRef.of(Kind.DEPLOYMENT, home, "cart");
        Action.Patch patch = new Action.Patch(cart, Fields.ofContainer("app", "image", "cart:2"), "to try it");
        try (Lookout lookout = lookout(cluster)) {
            for (World world : List.of(lookout.body(), lookout.brain())) {
                World after = Forecast.after(world, patch).orElseThrow().world();

                assertThat(image(world, cart)).isEqualTo("cart:1");
                assertThat(image(after, cart)).isEqualTo("cart:2");
            }
            assertThat(lookout.brain().object(cart)).isEqualTo(lookout.body().object(cart));
        }
    }

    private static String image(World world, ResourceRef deployment) {
        return world.find(deployment)
                .map(found -> (DeploymentFacts) found.facts())
                .orElseThrow()
                .template()
                .containers()
                .getFirst()
                .image();
    }

    @Test
    void whoIsCalledAndWhatHasExpiredIsSeen(TestCluster cluster) {
        try (Lookout lookout = lookout(cluster)) {
            eventually(() -> assertThat(
                            lookout.brain().from(ResourceRef.of(Kind.SERVICE, home, "db"), Relation.Type.CONNECTS_TO))
                    .anyMatch(from -> from.kind().equals(Kind.POD)));
            assertThat(Health.symptoms(lookout.brain(), new Scope.InNamespace(home), Instant.now()))
                    .anySatisfy(symptom -> {
                        assertThat(symptom.ailment()).isEqualTo(Ailment.CERTIFICATE_EXPIRED);
                        assertThat(symptom.subject()).isEqualTo(ResourceRef.of(Kind.SECRET, home, "tls"));
                    });
        }
    }

    @Test
    void noSecretCrossesTheWire(TestCluster cluster) {
        try (Lookout lookout = lookout(cluster)) {
            List<byte[]> messages = wire(lookout);
            String all = messages.stream()
                    .map(message -> new String(message, StandardCharsets.ISO_8859_1))
                    .reduce("", String::concat);

            assertThat(all)
                    .contains("tls.key", "DATABASE_URL", "tcp://db:5432")
                    .doesNotContain(
                            PASSWORD,
                            base64(PASSWORD),
                            KEY,
                            base64(KEY),
                            base64(KEY).substring(0, 40));
        }
    }

    /** All that a brain is sent until the body has told everything. */
    private static List<byte[]> wire(Lookout lookout) {
        ManagedChannel channel =
                InProcessChannelBuilder.forName(lookout.address()).build();
        try {
            List<byte[]> messages = new ArrayList<>();
            Iterator<ClusterUpdate> updates =
                    BodyGrpc.newBlockingStub(channel).streamClusterUpdates(StreamRequest.getDefaultInstance());
            while (updates.hasNext()) {
                ClusterUpdate update = updates.next();
                messages.add(update.toByteArray());
                if (update.getUpdateCase() == UpdateCase.SYNCED) {
                    break;
                }
            }
            return messages;
        } finally {
            channel.shutdownNow();
        }
    }

    private Lookout lookout(TestCluster cluster) {
        Lookout lookout = new Lookout(cluster.clientOf("admin", "system:masters"), Optional.empty()).synced();
        // Its pod is made by a controller.
        eventually(() -> assertThat(lookout.body().all(Kind.POD, home)).isNotEmpty());
        return lookout;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
