package io.kubilitics.e2e.telemetry;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.graph.Kind;
import io.kubilitics.operator.feed.ClusterFeed;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.operator.feed.Watches;
import io.kubilitics.operator.feed.WorldKeeper;
import io.kubilitics.operator.telemetry.BodyMetric;
import io.kubilitics.operator.telemetry.Check;
import io.kubilitics.operator.telemetry.OpsServer;
import io.kubilitics.operator.telemetry.Telemetry;
import io.kubilitics.operator.wire.BodyService;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The parts of a body on a real control plane, asked over HTTP how they are. */
@OnCluster
class BodyTelemetryTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final String CONFIG_MAP = "kind=\"ConfigMap\"";

    private final Telemetry telemetry = new Telemetry(CLOCK);
    private final WorldKeeper keeper = new WorldKeeper(telemetry, CLOCK);
    private final ListsOnTheWire lists = new ListsOnTheWire();
    private KubernetesClient watching;
    private ClusterFeed feed;
    private OpsServer server;
    private Asked ops;

    @BeforeEach
    void aBodyThatWatchesNothingYet(KubernetesClient client) {
        SecretValues secrets = new SecretValues();
        watching = lists.counting(client);
        feed = new ClusterFeed(watching, Optional.empty(), keeper, secrets, new Watches(CLOCK));
        telemetry.show(keeper);
        telemetry.show(feed);
        telemetry.show(new BodyService(keeper, watching, secrets, Optional.empty()));
        server = new OpsServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                List.of(Check.writer(keeper)),
                List.of(Check.synced(keeper), Check.watches(feed)),
                telemetry);
        ops = new Asked(server.port());
    }

    @AfterEach
    void end() {
        server.close();
        feed.close();
        keeper.close();
        watching.close();
        telemetry.close();
    }

    @Test
    void aBodyLivesAtOnceAndIsReadyOnceItHasSeenEverything() throws Exception {
        assertThat(ops.status("/livez")).isEqualTo(200);
        assertThat(ops.status("/readyz")).isEqualTo(503);
        assertThat(ops.text("/readyz")).contains("[-]world-synced failed");
        assertThat(ops.metrics().value(BodyMetric.WORLD_UNSYNCED)).isGreaterThan(0);

        feed.start();

        eventually(() -> assertThat(ops.status("/readyz")).isEqualTo(200));
        assertThat(ops.text("/readyz?verbose")).contains("[+]world-synced ok", "[+]watches ok");
        assertThat(ops.metrics().value(BodyMetric.WORLD_UNSYNCED)).isZero();
    }

    @Test
    void everyPromisedMetricIsThereAndPlausible(KubernetesClient client, TestNamespace namespace) throws Exception {
        feed.start();
        eventually(() -> assertThat(ops.status("/readyz")).isEqualTo(200));
        writeUntilCounted(client, namespace);

        // A second for the coarse date, some for a busy machine.
        assertThat(ops.metrics().value(BodyMetric.WATCH_LAG, "_max", CONFIG_MAP))
                .isBetween(0.0, 10.0);
        eventually(() -> assertThat(ops.metrics().value(BodyMetric.WORLD_AGE)).isZero());
        Page page = ops.metrics();
        for (BodyMetric metric : BodyMetric.values()) {
            assertThat(page.names()).anySatisfy(name -> assertThat(name).startsWith(metric.exposed()));
        }
        for (Kind kind : Kind.WATCHED) {
            assertThat(page.value(BodyMetric.WATCH_UP, "", "kind=\"%s\"".formatted(kind)))
                    .isEqualTo(1);
            assertThat(page.value(BodyMetric.WATCH_REFUSED, "", "kind=\"%s\"".formatted(kind)))
                    .isZero();
            assertThat(page.value(BodyMetric.WATCH_RELISTS, "", "kind=\"%s\"".formatted(kind)))
                    .isZero();
        }
        assertThat(page.value(BodyMetric.WORLD_OBJECTS, "", "kind=\"Namespace\""))
                .isEqualTo(client.namespaces().list().getItems().size());
        assertThat(page.value(BodyMetric.WORLD_VERSION)).isGreaterThan(0);
        assertThat(page.value(BodyMetric.UPDATES_APPLIED)).isGreaterThan(page.value(BodyMetric.UPDATES_FAILED));
        assertThat(page.value(BodyMetric.UPDATES_FAILED)).isZero();
        assertThat(page.value(BodyMetric.QUEUE_DEPTH)).isLessThanOrEqualTo(page.value(BodyMetric.QUEUE_CAPACITY));
    }

    /** A write tells its whole second: one in the second in which the watch began cannot be told from an earlier one. */
    private void writeUntilCounted(KubernetesClient client, TestNamespace namespace) throws Exception {
        AtomicInteger written = new AtomicInteger();
        eventually(() -> {
            create(client, namespace, "written-" + written.incrementAndGet());
            assertThat(ops.metrics().value(BodyMetric.WATCH_LAG, "_count", CONFIG_MAP))
                    .isGreaterThanOrEqualTo(1);
        });
    }

    @Test
    void anApiServerThatIsAwayShowsAndWhatItForgotIsListedAgain(TestCluster cluster, TestNamespace namespace)
            throws Exception {
        feed.start();
        eventually(() -> assertThat(ops.status("/readyz")).isEqualTo(200));
        create(cluster.client(), namespace, "before");

        cluster.cluster().crashApiServer();
        try {
            eventually(() -> assertThat(ops.metrics().value(BodyMetric.WATCH_UP, "", CONFIG_MAP))
                    .isZero());
            eventually(() -> assertThat(ops.text("/readyz")).contains("[-]watches failed", "no watch on ConfigMap"));
            assertThat(ops.metrics().value(BodyMetric.WORLD_AGE)).isGreaterThan(9);
            assertThat(ops.status("/livez")).isEqualTo(200);
        } finally {
            cluster.cluster().restartApiServer();
        }

        eventually(() -> assertThat(ops.status("/readyz")).isEqualTo(200));
        create(cluster.client(), namespace, "after");
        eventually(() -> assertThat(keeper.world().all(Kind.CONFIG_MAP))
                .anyMatch(map -> map.ref().namespace().equals(namespace.name())
                        && map.ref().name().equals("after")));
        assertThat(ops.metrics().values(BodyMetric.WATCH_RELISTS)).anyMatch(relists -> relists > 0);
        eventually(this::asManyListsAsTheApiServerGave);
    }

    private void asManyListsAsTheApiServerGave() throws Exception {
        Page page = ops.metrics();
        for (Kind kind : Kind.WATCHED) {
            assertThat(page.value(BodyMetric.WATCH_RELISTS, "", "kind=\"%s\"".formatted(kind)))
                    .as(kind.name())
                    .isEqualTo(lists.of(kind) - 1);
        }
    }

    private static void create(KubernetesClient client, TestNamespace namespace, String name) {
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .inNamespace(namespace.name())
                .create();
    }
}
