package io.kubilitics.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.operator.feed.ClusterFeed;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.operator.feed.Update;
import io.kubilitics.operator.feed.Watches;
import io.kubilitics.operator.feed.WorldKeeper;
import io.kubilitics.operator.wire.BodyService;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {

    private static final ResourceRef CONF = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");
    private static final String OBJECT =
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"conf\",\"namespace\":\"shop\"}}";

    private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final Telemetry telemetry = new Telemetry(() -> now);
    private final WorldKeeper keeper = new WorldKeeper(telemetry, () -> now);
    private final KubernetesClient client = new KubernetesClientBuilder().build();
    private final SecretValues secrets = new SecretValues();
    private final ClusterFeed feed = new ClusterFeed(client, Optional.empty(), keeper, secrets, new Watches(() -> now));

    TelemetryTest() {
        telemetry.show(keeper);
        telemetry.show(feed);
        telemetry.show(new BodyService(keeper, client, secrets, Optional.empty()));
    }

    @AfterEach
    void end() {
        feed.close();
        keeper.close();
        client.close();
        telemetry.close();
    }

    @Test
    void everyMetricIsOnThePageWithItsTypeAndHelp() {
        List<String> lines = telemetry.page().lines().toList();

        for (BodyMetric metric : BodyMetric.values()) {
            String type = metric.type().name().toLowerCase(Locale.ROOT);
            assertThat(lines).contains("# TYPE %s %s".formatted(metric.exposed(), type));
            assertThat(lines).contains("# HELP %s %s".formatted(metric.exposed(), metric.help()));
        }
    }

    @Test
    void noMetricOfOursIsThereThatTheEnumDoesNotTell() {
        List<String> told = Arrays.stream(BodyMetric.values())
                .flatMap(metric -> Stream.of(metric.exposed(), metric.exposed() + "_max"))
                .toList();

        assertThat(telemetry.page().lines().filter(line -> line.startsWith("# TYPE kubilitics_")))
                .allSatisfy(line -> assertThat(told).contains(line.split(" ", -1)[2]));
    }

    @Test
    void theLagIsTheTimeFromTheWriteToTheWorld() {
        keeper.take(new Update.Put(CONF, OBJECT), Optional.of(now.minusSeconds(7)));

        eventually("kubilitics_watch_lag_seconds_count{kind=\"ConfigMap\"} 1");
        assertThat(telemetry.page())
                .contains("kubilitics_watch_lag_seconds_sum{kind=\"ConfigMap\"} 7.0")
                .contains("kubilitics_watch_lag_seconds_bucket{kind=\"ConfigMap\",le=\"5.0\"} 0")
                .contains("kubilitics_watch_lag_seconds_bucket{kind=\"ConfigMap\",le=\"10.0\"} 1");
    }

    @Test
    void aWriteInTheFutureOfAnotherClockHasNoLag() {
        keeper.take(new Update.Put(CONF, OBJECT), Optional.of(now.plusSeconds(7)));

        eventually("kubilitics_watch_lag_seconds_bucket{kind=\"ConfigMap\",le=\"1.0\"} 1");
    }

    @Test
    void theWorldIsUnsyncedUntilItIsNot() {
        now = now.plusSeconds(5);
        assertThat(telemetry.page()).contains("kubilitics_world_unsynced_seconds 5.0");
        assertThat(Check.synced(keeper).trouble().get()).contains("the cluster has not been seen completely yet");

        keeper.take(new Update.Put(CONF, OBJECT));
        keeper.take(new Update.Synced());
        eventually("kubilitics_world_unsynced_seconds 0.0");
        assertThat(Check.synced(keeper).trouble().get()).isEmpty();
        assertThat(telemetry.page())
                .contains("kubilitics_world_objects{kind=\"ConfigMap\"} 1.0")
                .contains("kubilitics_world_version 1.0")
                .contains("kubilitics_updates_applied_total 2.0")
                .contains("kubilitics_queue_depth 0.0")
                .contains("kubilitics_queue_capacity 1.0");
    }

    @Test
    void ofAWorldThatNobodyTellsOfNoAgeIsKnown() {
        assertThat(telemetry.page())
                .contains("kubilitics_world_age_seconds NaN")
                .contains("kubilitics_watch_up{kind=\"Pod\"} 0.0");
    }

    @Test
    void whatCannotBeReadIsCounted() {
        keeper.take(new Update.Put(CONF, "{broken"));

        eventually("kubilitics_updates_failed_total 1.0");
    }

    private void eventually(String line) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(telemetry.page()).contains(line));
    }
}
