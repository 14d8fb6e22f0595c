package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.operator.feed.FakeApiServer.Manner;
import io.kubilitics.operator.telemetry.Check;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An API server that is overburdened, broken, or has changed its mind: nothing is waited for in vain, and nothing in silence. */
class PatientFeedTest {

    private static final String CONFIG_MAPS = "/api/v1/configmaps";
    private static final String ACCOUNTS = "/api/v1/serviceaccounts";
    private static final String NAMESPACES = "/api/v1/namespaces";
    private static final String IN_SHOP = "/api/v1/namespaces/shop/configmaps";
    private static final Kind WIDGET = new Kind("example.org", "Widget");
    private static final String WIDGETS = "/apis/example.org/v1/widgets";
    private static final ResourceRef GEAR = ResourceRef.of(WIDGET, "shop", "gear");
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final String DEFINITION = """
            {"metadata":{"name":"widgets.example.org","resourceVersion":"1"},
             "spec":{"group":"example.org","scope":"Namespaced","names":{"kind":"Widget","plural":"widgets"},
               "versions":[{"name":"v1","served":true}]},
             "status":{"conditions":[{"type":"Established","status":"True"}]}}""";
    private static final String SHOP =
            "{\"metadata\":{\"name\":\"shop\",\"uid\":\"u-shop\",\"resourceVersion\":\"%d\"}}";

    private static final Limits HASTY = new Limits(
            Duration.ofMillis(400),
            Duration.ofMillis(400),
            Duration.ofMillis(20),
            Duration.ofMillis(250),
            Duration.ofMillis(300),
            Duration.ofMillis(150),
            Duration.ofMillis(150),
            Duration.ofMillis(450));

    private final FakeApiServer server = new FakeApiServer();
    private final KubernetesClient client = server.client();
    private final WorldKeeper keeper = new WorldKeeper();
    private final ClusterFeed feed = new ClusterFeed(
            client, Optional.empty(), keeper, new SecretValues(), new Watches(InstantSource.system(), HASTY));

    PatientFeedTest() throws IOException {}

    @AfterEach
    void end() {
        feed.close();
        keeper.close();
        client.close();
        server.close();
    }

    /** One list goes wrong twice at its first page, another at its last; they do so side by side, which spares half of the waiting. */
    @ParameterizedTest
    @EnumSource
    void aListThatGoesWrongIsTakenUpAgainAtThePageWhereItDid(Manner manner) {
        holdThreePages(CONFIG_MAPS);
        server.misbehave(CONFIG_MAPS, manner, manner);
        holdThreePages(ACCOUNTS);
        server.misbehaveAt(ACCOUNTS, "page-2", manner);
        start();

        assertThat(keeper.world().all(Kind.CONFIG_MAP)).hasSize(3);
        assertThat(keeper.world().listed(Kind.CONFIG_MAP)).isTrue();
        assertThat(server.lists(CONFIG_MAPS)).hasSize(5);
        assertThat(feed.watches().relists(Kind.CONFIG_MAP)).isZero();

        assertThat(keeper.world().all(Kind.SERVICE_ACCOUNT)).hasSize(3);
        assertThat(asked(ACCOUNTS, query -> !query.contains("continue"))).isOne();
        assertThat(asked(ACCOUNTS, query -> query.contains("page-1"))).isOne();
        assertThat(asked(ACCOUNTS, query -> query.contains("page-2"))).isEqualTo(2);
    }

    private long asked(String path, Predicate<String> query) {
        return server.lists(path).stream().filter(query).count();
    }

    private void holdThreePages(String path) {
        server.hold(
                path,
                List.of(
                        List.of(FakeApiServer.item("shop", "a")),
                        List.of(FakeApiServer.item("shop", "b")),
                        List.of(FakeApiServer.item("bank", "c"))));
    }

    @Test
    void whileAKindOfKubernetesIsNotListedItIsSaidWhatIsWaitedFor() {
        server.misbehave(
                CONFIG_MAPS, Collections.nCopies(1_000, Manner.NEVER_ANSWERS).toArray(Manner[]::new));
        feed.start();

        eventually(() -> assertThat(Check.watches(feed).trouble().get())
                .hasValueSatisfying(trouble -> assertThat(trouble)
                        .startsWith("no watch on ConfigMap for")
                        .endsWith("waits for page 1 of its list after: no answer for 0.4 s")));
        assertThat(keeper.synced()).isFalse();
        assertThat(keeper.world().coverage().of(Kind.CONFIG_MAP).refused().get(""))
                .startsWith("is not listed yet: waits for page 1 of its list");
        assertThat(keeper.world().listed(Kind.POD)).isTrue();

        server.wellAgain(CONFIG_MAPS);
        eventually(() -> assertThat(keeper.synced()).isTrue());
        assertThat(keeper.world().coverage().of(Kind.CONFIG_MAP).everywhere()).isTrue();
        assertThat(keeper.world().coverage().of(Kind.CONFIG_MAP).refused()).isEmpty();
    }

    @Test
    void aCustomKindThatNeverAnswersKeepsNobodyWaiting() {
        defineWidgets();
        server.misbehave(WIDGETS, Collections.nCopies(2, Manner.NEVER_ANSWERS).toArray(Manner[]::new));
        start();

        assertThat(keeper.world().presence(GEAR)).isEqualTo(Presence.UNSEEN);
        assertThat(feed.refused().get(WIDGET)).contains("is not listed yet");
        eventually(() -> assertThat(keeper.world().presence(GEAR)).isEqualTo(Presence.PRESENT));
        eventually(() -> assertThat(feed.refused()).isEmpty());
        eventually(() -> assertThat(feed.watches().up(WIDGET)).isTrue());
    }

    @Test
    void aCustomKindThatBreaksWhileItIsWatchedBecomesUnseenAndIsAskedAgain() {
        defineWidgets();
        start();
        eventually(() -> assertThat(keeper.world().presence(GEAR)).isEqualTo(Presence.PRESENT));

        server.refuse(WIDGETS, 500);
        server.endWatch(WIDGETS);
        eventually(() -> assertThat(keeper.world().presence(GEAR)).isEqualTo(Presence.UNSEEN));
        eventually(() -> assertThat(feed.refused()).containsEntry(WIDGET, "no, says the test"));
        assertThat(feed.watches().away()).doesNotContainKey(WIDGET);

        server.allow(WIDGETS);
        eventually(() -> assertThat(keeper.world().presence(GEAR)).isEqualTo(Presence.PRESENT));
        eventually(() -> assertThat(feed.refused()).isEmpty());
    }

    private void defineWidgets() {
        server.hold(DEFINITIONS, List.of(List.of(DEFINITION)));
        server.hold(WIDGETS, List.of(List.of(FakeApiServer.item("shop", "gear"))));
    }

    @Test
    void aKindOfKubernetesWhoseWatchFailsIsStillSeenAsItWas() throws InterruptedException {
        server.hold(CONFIG_MAPS, List.of(List.of(FakeApiServer.item("shop", "a"))));
        start();
        server.refuse(CONFIG_MAPS, 500);
        server.endWatch(CONFIG_MAPS);

        eventually(() -> assertThat(feed.watches().up(Kind.CONFIG_MAP)).isFalse());
        // Longer than a custom kind would be waited for: that nothing becomes unseen can only be waited out.
        Thread.sleep(HASTY.waking().multipliedBy(2));
        assertThat(presence("a")).isEqualTo(Presence.PRESENT);
        assertThat(feed.refused()).isEmpty();
        server.allow(CONFIG_MAPS);
        eventually(() -> assertThat(feed.watches().up(Kind.CONFIG_MAP)).isTrue());
    }

    @Test
    void aRightThatIsTakenAwayLeavesTheKindUnseenOnceNothingElseWasSaidForAWhile() {
        server.hold(CONFIG_MAPS, List.of(List.of(FakeApiServer.item("shop", "a"))));
        start();
        server.refuse(CONFIG_MAPS, 403);

        // The watch that is open goes on until it has lived long enough.
        eventually(() -> assertThat(presence("a")).isEqualTo(Presence.UNSEEN));
        assertThat(keeper.world().coverage().of(Kind.CONFIG_MAP).everywhere()).isFalse();
    }

    @Test
    void aWatchThatFellSilentIsBegunAnewWhereItStood() {
        start();
        // This API server does not end its watches.
        eventually(() -> assertThat(server.watches(CONFIG_MAPS)).hasSizeGreaterThan(1));
        // The first one hears of it too, or instead, but nobody listens there.
        eventually(() -> {
            server.tell(
                    CONFIG_MAPS, "{\"type\":\"ADDED\",\"object\":%s}".formatted(FakeApiServer.item("shop", "late")));
            assertThat(presence("late")).isEqualTo(Presence.PRESENT);
        });
        assertThat(server.lists(CONFIG_MAPS)).hasSize(1);
    }

    @Test
    void aNamespaceThatComesBackIsAskedAnew() throws InterruptedException {
        server.refuse(CONFIG_MAPS, 403);
        server.refuse(IN_SHOP, 403);
        server.hold(NAMESPACES, List.of(List.of(SHOP.formatted(1))));
        server.hold(IN_SHOP, List.of(List.of(FakeApiServer.item("shop", "a"))));
        start();
        assertThat(presence("a")).isEqualTo(Presence.UNSEEN);

        server.tell(NAMESPACES, "{\"type\":\"DELETED\",\"object\":%s}".formatted(SHOP.formatted(8)));
        server.allow(IN_SHOP);
        // Longer than the pause after the refusal: whoever comes then finds no namespace.
        Thread.sleep(HASTY.refusal().multipliedBy(3));
        assertThat(presence("a")).isEqualTo(Presence.UNSEEN);

        eventually(() -> {
            server.tell(NAMESPACES, "{\"type\":\"ADDED\",\"object\":%s}".formatted(SHOP.formatted(9)));
            assertThat(presence("a")).isEqualTo(Presence.PRESENT);
        });
    }

    private Presence presence(String configMap) {
        return keeper.world().presence(ResourceRef.of(Kind.CONFIG_MAP, "shop", configMap));
    }

    private void start() {
        feed.start();
        eventually(() -> assertThat(keeper.synced()).isTrue());
    }

    private static void eventually(ThrowingRunnable condition) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(condition);
    }
}
