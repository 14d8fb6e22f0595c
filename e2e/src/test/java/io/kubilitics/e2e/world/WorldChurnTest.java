package io.kubilitics.e2e.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.telemetry.Page;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.World;
import io.kubilitics.operator.Access;
import io.kubilitics.operator.Body;
import io.kubilitics.operator.telemetry.BodyMetric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A body that watched all the while knows in the end what one learns who looks for the first time.
 * {@code -Dchurn.seconds=N -Dchurn.pods=N -Dchurn.seed=N} make it longer, larger, or the same once more.
 */
@Tag("cluster")
class WorldChurnTest {

    private static final Duration CHURN = Duration.ofSeconds(Integer.getInteger("churn.seconds", 120));
    private static final int PODS = Integer.getInteger("churn.pods", 2000);
    private static final long SEED = Long.getLong("churn.seed", System.nanoTime());
    /** Kinds that nobody may leave out here and be called equal. */
    private static final List<Kind> SEEN = List.of(
            Kind.NAMESPACE,
            Kind.POD,
            Kind.NODE,
            Kind.CONFIG_MAP,
            Kind.SECRET,
            Kind.SERVICE,
            Kind.SERVICE_ACCOUNT,
            Kind.ENDPOINT_SLICE,
            Kind.DEPLOYMENT,
            Kind.REPLICA_SET,
            Kind.NETWORK_POLICY,
            Kind.DISRUPTION_BUDGET,
            Kind.INGRESS,
            Kind.AUTOSCALER,
            Kind.CLAIM,
            Kind.EVENT);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TestCluster cluster = TestCluster.simulated("-churn", 50, PODS);
    private final KubernetesClient impatient = impatient(cluster.client());

    @AfterEach
    void end() {
        impatient.close();
        cluster.close();
    }

    @Test
    void afterChurnAndTwoCrashesEveryObjectAndRelationIsWhatTheApiServerLists() throws InterruptedException {
        Churn churn = new Churn(impatient, SEED);
        try (Body body = body()) {
            churn.start();
            for (int crash = 0; crash < 2; crash++) {
                Thread.sleep(CHURN.dividedBy(3));
                cluster.cluster().crashApiServer();
                Thread.sleep(2_000);
                cluster.cluster().restartApiServer();
            }
            Thread.sleep(CHURN.dividedBy(3));
            churn.stop();

            System.out.printf("churn with seed %d: %s%n", SEED, churn.done());
            assertThat(churn.refused()).isEmpty();
            assertThat(churn.done()).containsOnlyKeys(churn.deeds());
            assertEqualInTheEnd(body);
            assertThatItWasHard(body);
        }
    }

    /** The cluster does not stand still for us: whatever was alike once since the churn ended is right. */
    private void assertEqualInTheEnd(Body body) {
        SortedMap<String, String> open = look(body);
        int first = open.size();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            SortedMap<String, String> now = look(body);
            open.keySet().retainAll(now.keySet());
            open.replaceAll((about, _) -> now.getOrDefault(about, ""));
            assertThat(open).as(text(open)).isEmpty();
        });
        World world = body.world().world();
        System.out.printf(
                "equal: %d objects, %d relations, %d kinds; %d open at the first look%n",
                world.all().count(),
                Discrepancies.relations(world).size(),
                world.coverage().kinds().size(),
                first);
    }

    private SortedMap<String, String> look(Body body) {
        World live = body.world().world();
        return Discrepancies.between(live, new FreshWorld(cluster.client()).of(live.coverage()));
    }

    private static String text(SortedMap<String, String> open) {
        return "with seed %d the live world is not what the API server lists (%d differences):%n%s"
                .formatted(
                        SEED,
                        open.size(),
                        open.entrySet().stream()
                                .limit(50)
                                .map(each -> "  " + each.getKey() + ": " + each.getValue())
                                .collect(Collectors.joining("\n")));
    }

    /** Watches were really lost, nothing was left out on the way, and the world is no small one. */
    private static void assertThatItWasHard(Body body) {
        Page page = Page.of(body.telemetry().page());
        assertThat(page.value(BodyMetric.UPDATES_FAILED)).isZero();
        assertThat(page.values(BodyMetric.WATCH_RELISTS)).anyMatch(relists -> relists > 0);
        World world = body.world().world();
        assertThat(world.all(Kind.POD).count()).isGreaterThan(PODS * 3L / 4);
        assertThat(SEEN).allSatisfy(kind -> assertThat(world.listed(kind)).isTrue());
        assertThat(body.ready())
                .allSatisfy(check ->
                        assertThat(check.trouble().get()).as(check.name()).isEmpty());
    }

    private Body body() {
        Access access = new Access(Optional.of(cluster.cluster().kubeconfig()), Optional.empty());
        Body body = Body.looking(access, Optional.empty());
        Awaitility.await().atMost(PATIENCE).until(body.world()::synced);
        return body;
    }

    /** While the API server is away there is always something else to try. */
    private static KubernetesClient impatient(KubernetesClient client) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(client.getConfiguration())
                        .withRequestRetryBackoffLimit(0)
                        .withRequestTimeout(5_000)
                        .build())
                .build();
    }
}
