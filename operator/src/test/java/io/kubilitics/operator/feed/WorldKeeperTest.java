package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.world.Kept;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorldKeeperTest {

    private static final ResourceRef CONF = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");
    private static final String OBJECT =
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"conf\",\"namespace\":\"shop\"}}";

    private final List<Instant> dates = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final WorldKeeper keeper = new WorldKeeper(
            new Witness() {
                @Override
                public void applied(Update update, Optional<Instant> written) {
                    written.ifPresent(dates::add);
                }

                @Override
                public void failed() {
                    failures.incrementAndGet();
                }
            },
            () -> now);

    @AfterEach
    void end() {
        keeper.close();
    }

    @Test
    void itIsNotSyncedBeforeItIsToldSo() {
        keeper.take(new Update.Put(CONF, OBJECT));
        eventually(() -> assertThat(keeper.world().presence(CONF)).isEqualTo(Presence.PRESENT));
        assertThat(keeper.synced()).isFalse();

        keeper.take(new Update.Synced());
        eventually(() -> assertThat(keeper.synced()).isTrue());
    }

    @Test
    void aLateFollowerIsToldWhatIsKnownAndThenWhatChanges() {
        keeper.take(new Update.Put(CONF, OBJECT));
        keeper.take(new Update.Listed(Kind.CONFIG_MAP));
        keeper.take(new Update.Synced());
        eventually(() -> assertThat(keeper.synced()).isTrue());
        List<Update> told = new CopyOnWriteArrayList<>();

        keeper.follow(told::add);
        eventually(() -> assertThat(told).hasSize(3));
        keeper.take(new Update.Remove(CONF));

        eventually(() -> assertThat(told)
                .containsExactly(
                        new Update.Put(CONF, OBJECT),
                        new Update.Listed(Kind.CONFIG_MAP),
                        new Update.Synced(),
                        new Update.Remove(CONF)));
        assertThat(keeper.world().presence(CONF)).isEqualTo(Presence.ABSENT);
    }

    @Test
    void anObjectThatCannotBeReadDoesNotEndTheWorld() {
        keeper.take(new Update.Put(CONF, "{broken"));
        keeper.take(new Update.Synced());

        eventually(() -> assertThat(keeper.synced()).isTrue());
        assertThat(keeper.world().presence(CONF)).isEqualTo(Presence.UNSEEN);
    }

    @Test
    void aFollowerThatFailsIsToldNoMoreAndTheOthersAre() {
        List<Update> told = new CopyOnWriteArrayList<>();
        keeper.follow(_ -> {
            throw new IllegalStateException("broken follower");
        });
        keeper.follow(told::add);
        keeper.take(new Update.Put(CONF, OBJECT));
        keeper.take(new Update.Synced());

        eventually(() -> assertThat(told).containsExactly(new Update.Put(CONF, OBJECT), new Update.Synced()));
        assertThat(failures).hasValue(1);
        assertThat(keeper.stuck()).isEmpty();
    }

    @Test
    void whileTheWriterIsHeldUpOnlyTheNewestStateOfEachObjectWaits() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        List<Update> told = new CopyOnWriteArrayList<>();
        holdUp(hold);
        keeper.follow(told::add);
        for (int i = 0; i < 10_000; i++) {
            keeper.take(new Update.Put(CONF, OBJECT.replace("conf\",", "conf\",\"uid\":\"" + i + "\",")));
        }
        assertThat(keeper.backlog().size()).isEqualTo(2);
        assertThat(keeper.backlog().superseded()).isEqualTo(9_999);
        assertThat(keeper.stuck()).isEmpty();

        now = now.plusSeconds(31);
        assertThat(keeper.stuck()).contains("one update has taken 31 s so far");

        hold.countDown();
        eventually(() -> assertThat(told).hasSize(2));
        assertThat(told.getFirst()).isEqualTo(new Update.Listed(Kind.NODE));
        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Update.Put.class, put -> assertThat(put.object().json()).contains("\"9999\""));
        assertThat(keeper.stuck()).isEmpty();
        assertThat(keeper.objects()).containsEntry(Kind.CONFIG_MAP, 1);
    }

    @Test
    void whoGoesBeforeHisTurnCameIsNotToldAnything() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        List<Update> told = new CopyOnWriteArrayList<>();
        holdUp(hold);
        Follower gone = told::add;
        keeper.follow(gone);
        keeper.unfollow(gone);
        hold.countDown();
        keeper.take(new Update.Synced());

        eventually(() -> assertThat(keeper.synced()).isTrue());
        assertThat(told).isEmpty();
    }

    @Test
    void itTellsWhenWhatIsInTheWorldNowWasWritten() {
        Instant written = now.minusSeconds(2);
        keeper.take(new Update.Put(CONF, OBJECT), Optional.of(written));

        eventually(() -> assertThat(dates).containsExactly(written));
        assertThat(keeper.world().presence(CONF)).isEqualTo(Presence.PRESENT);
    }

    @Test
    void afterItIsClosedItSaysSoAndTakesNothing() {
        keeper.close();
        keeper.take(new Update.Synced());

        assertThat(keeper.stuck()).contains("the thread that writes the world has ended");
        assertThat(keeper.backlog().size()).isZero();
    }

    @Test
    void theWorldKeepsTheObjectItself() {
        keeper.take(new Update.Put(CONF, OBJECT));

        eventually(() -> assertThat(keeper.world().object(CONF)).contains(OBJECT));
    }

    @Test
    void aLateFollowerIsToldHowMuchIsSeenAndHowMuchIsNot() {
        keeper.take(new Update.Refused(Kind.SECRET, "", "secrets is forbidden"));
        keeper.take(new Update.Listed(Kind.SECRET, "shop"));
        keeper.take(new Update.Synced());
        eventually(() -> assertThat(keeper.synced()).isTrue());
        List<Update> told = new CopyOnWriteArrayList<>();
        keeper.follow(told::add);

        eventually(() -> assertThat(told)
                .containsExactly(
                        new Update.Listed(Kind.SECRET, "shop"),
                        new Update.Refused(Kind.SECRET, "", "secrets is forbidden"),
                        new Update.Synced()));
        assertThat(keeper.world().presence(ResourceRef.of(Kind.SECRET, "shop", "s")))
                .isEqualTo(Presence.ABSENT);
        assertThat(keeper.world().presence(ResourceRef.of(Kind.SECRET, "bank", "s")))
                .isEqualTo(Presence.UNSEEN);
    }

    @Test
    void whatDoesNotFitIsKnownByItsMetadataUntilThereIsRoom() {
        ResourceRef large = ResourceRef.of(Kind.CONFIG_MAP, "shop", "large");
        String whole = withNumbers("large");
        List<Update> told = new CopyOnWriteArrayList<>();
        try (WorldKeeper narrow =
                new WorldKeeper(Witness.NONE, () -> now, Kept.of(whole).size())) {
            narrow.follow(told::add);
            narrow.take(new Update.Put(CONF, OBJECT));
            narrow.take(new Update.Put(large, whole));
            eventually(() -> assertThat(told).contains(new Update.Outlined(Kind.CONFIG_MAP, 1)));
            isOutlined(narrow.world(), large);
            assertThat(narrow.outlined(Kind.CONFIG_MAP)).isOne();
            assertThat(told)
                    .filteredOn(update -> update.subject().equals(large))
                    .singleElement()
                    .isInstanceOfSatisfying(Update.Put.class, put -> {
                        assertThat(put.outline()).isTrue();
                        assertThat(put.object().json()).contains("large").doesNotContain("\"data\"");
                    });

            narrow.take(new Update.Remove(CONF));
            narrow.take(new Update.Put(large, whole));
            eventually(() -> assertThat(told).contains(new Update.Outlined(Kind.CONFIG_MAP, 0)));
            assertThat(narrow.world().object(large)).contains(whole);
        }
    }

    private static void isOutlined(World world, ResourceRef ref) {
        assertThat(world.coverage().of(ref.kind()).outlined()).isOne();
        assertThat(world.presence(ref)).isEqualTo(Presence.PRESENT);
        assertThat(world.object(ref)).isEmpty();
        assertThat(world.find(ref).orElseThrow().facts())
                .as("that it has no keys would be a lie")
                .isNotInstanceOf(ConfigFacts.class);
    }

    private static String withNumbers(String name) {
        String numbers = IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        return """
                {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%s","namespace":"shop"},"data":{"k":"%s"}}""".formatted(name, numbers);
    }

    private void holdUp(CountDownLatch hold) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        keeper.follow(new Follower() {
            @Override
            public void tell(Update update) {
                held.countDown();
                awaitQuietly(hold);
                keeper.unfollow(this);
            }
        });
        keeper.take(new Update.Listed(Kind.NODE));
        held.await();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static void eventually(ThrowingRunnable condition) {
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(condition);
    }
}
