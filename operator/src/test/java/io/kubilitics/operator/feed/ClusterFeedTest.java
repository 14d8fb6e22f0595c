package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Presence;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real API server does rarely, or only when it is very large or very old. */
class ClusterFeedTest {

    private static final String CONFIG_MAPS = "/api/v1/configmaps";
    private static final String MUTATING = "/apis/admissionregistration.k8s.io/v1/mutatingadmissionpolicies";
    private static final Kind WIDGET = new Kind("example.org", "Widget");
    private static final String WIDGETS = "/apis/example.org/v1/widgets";
    private static final String DEFINITION = """
            {"metadata":{"name":"widgets.example.org","resourceVersion":"1"},
             "spec":{"group":"example.org","scope":"Namespaced","names":{"kind":"Widget","plural":"widgets"},
               "versions":[{"name":"v1","served":true}]},
             "status":{"conditions":[{"type":"Established","status":"True"}]}}""";

    private static final String SHOP =
            "{\"metadata\":{\"name\":\"shop\",\"uid\":\"u-shop\",\"resourceVersion\":\"1\"}}";

    /** As patient as usual with an API server that works, but soon back where it does not. */
    private static final Limits SOON = new Limits(
            Limits.STANDARD.answer(),
            Limits.STANDARD.silence(),
            Duration.ofMillis(100),
            Limits.STANDARD.watch(),
            Limits.STANDARD.waking(),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Limits.STANDARD.gap());

    private final FakeApiServer server = new FakeApiServer();
    private final KubernetesClient client = server.client();
    private final WorldKeeper keeper = new WorldKeeper();
    private final ClusterFeed feed = new ClusterFeed(
            client, Optional.empty(), keeper, new SecretValues(), new Watches(InstantSource.system(), SOON));

    ClusterFeedTest() throws IOException {}

    @AfterEach
    void end() {
        feed.close();
        keeper.close();
        client.close();
        server.close();
    }

    @Test
    void whatTheClusterDoesNotHaveIsAbsentAndNamed() {
        server.refuse(MUTATING, 404);
        start();

        assertThat(keeper.world().listed(Kind.MUTATING_POLICY)).isTrue();
        assertThat(feed.refused()).isEmpty();
        assertThat(feed.remarks())
                .containsExactly(
                        "this cluster is Kubernetes 1.29, and at least 1.30 is supported: what is seen of it may be wrong",
                        "this cluster does not have MutatingAdmissionPolicy");
    }

    @Test
    void aLongListComesInPages() {
        server.hold(
                CONFIG_MAPS,
                List.of(
                        List.of(FakeApiServer.item("shop", "a"), FakeApiServer.item("shop", "b")),
                        List.of(FakeApiServer.item("shop", "c")),
                        List.of(FakeApiServer.item("bank", "d"))));
        start();

        assertThat(keeper.world().all(Kind.CONFIG_MAP)).hasSize(4);
        assertThat(keeper.world().listed(Kind.CONFIG_MAP)).isTrue();
        assertThat(server.lists(CONFIG_MAPS)).hasSize(3).allMatch(query -> query.contains("limit=500"));
        assertThat(feed.watches().relists(Kind.CONFIG_MAP)).isZero();
    }

    @Test
    void afterTheServerForgotWhereAWatchStoodWhatWasDeletedMeanwhileIsSwept() {
        server.hold(CONFIG_MAPS, List.of(List.of(FakeApiServer.item("shop", "a"), FakeApiServer.item("shop", "b"))));
        start();
        server.hold(CONFIG_MAPS, List.of(List.of(FakeApiServer.item("shop", "b"), FakeApiServer.item("shop", "c"))));
        server.tellLast(
                CONFIG_MAPS,
                "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"reason\":\"Expired\",\"code\":410}}");

        eventually(() -> assertThat(presence("c")).isEqualTo(Presence.PRESENT));
        eventually(() -> assertThat(presence("a")).isEqualTo(Presence.ABSENT));
        assertThat(presence("b")).isEqualTo(Presence.PRESENT);
        assertThat(feed.watches().relists(Kind.CONFIG_MAP)).isOne();
    }

    @Test
    void aCustomKindThatCannotBeListedHoldsNothingUpAndIsTriedAgain() {
        server.hold("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", List.of(List.of(DEFINITION)));
        server.refuse(WIDGETS, 500);
        start();
        ResourceRef gear = ResourceRef.of(WIDGET, "shop", "gear");

        assertThat(keeper.world().presence(gear)).isEqualTo(Presence.UNSEEN);
        assertThat(feed.refused()).containsOnlyKeys(WIDGET);

        server.hold(WIDGETS, List.of(List.of(FakeApiServer.item("shop", "gear"))));
        server.allow(WIDGETS);
        eventually(() -> assertThat(keeper.world().presence(gear)).isEqualTo(Presence.PRESENT));
        // An object is told as it comes, the end of its list a little later.
        eventually(() -> assertThat(feed.refused()).isEmpty());
    }

    @Test
    void rightsThatAreLongInComingHoldNothingElseUp() {
        CountDownLatch answered = new CountDownLatch(1);
        server.refuse(CONFIG_MAPS, 403);
        server.hold("/api/v1/namespaces", List.of(List.of(SHOP)));
        server.hold("/api/v1/namespaces/shop/configmaps", List.of(List.of(FakeApiServer.item("shop", "a"))));
        server.hold("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", List.of(List.of(DEFINITION)));
        server.hold(WIDGETS, List.of(List.of(FakeApiServer.item("shop", "gear"))));
        try (ClusterFeed patient = feed((_, _, _) -> awaited(answered))) {
            patient.start();

            eventually(() -> assertThat(keeper.world().presence(ResourceRef.of(WIDGET, "shop", "gear")))
                    .isEqualTo(Presence.PRESENT));
            eventually(() -> assertThat(patient.watches().up(Kind.POD)).isTrue());
            assertThat(keeper.synced()).isFalse();
            assertThat(presence("a")).isEqualTo(Presence.UNSEEN);

            answered.countDown();
            eventually(() -> assertThat(keeper.synced()).isTrue());
            assertThat(presence("a")).isEqualTo(Presence.PRESENT);
        }
    }

    private static boolean awaited(CountDownLatch answered) {
        try {
            return answered.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void whereTheApiServerRulesItOutNothingIsTried() {
        server.refuse(CONFIG_MAPS, 403);
        server.hold("/api/v1/namespaces", List.of(List.of(SHOP)));
        try (ClusterFeed modest = feed((_, _, _) -> false)) {
            modest.start();
            eventually(() -> assertThat(keeper.synced()).isTrue());

            assertThat(server.lists("/api/v1/namespaces/shop/configmaps")).isEmpty();
            assertThat(presence("a")).isEqualTo(Presence.UNSEEN);
        }
    }

    private ClusterFeed feed(MayWatch rights) {
        return new ClusterFeed(
                client,
                Optional.empty(),
                keeper,
                new SecretValues(),
                new Watches(InstantSource.system(), SOON),
                rights);
    }

    private Presence presence(String configMap) {
        return keeper.world().presence(ResourceRef.of(Kind.CONFIG_MAP, "shop", configMap));
    }

    private void start() {
        feed.start();
        eventually(() -> assertThat(keeper.synced()).isTrue());
    }

    private static void eventually(ThrowingRunnable condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(condition);
    }
}
