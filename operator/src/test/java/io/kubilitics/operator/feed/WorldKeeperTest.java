package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
        for (int i = 0; i < 100_000; i++) {
            keeper.take(new Update.Put(CONF, OBJECT.replace("conf\",", "conf\",\"uid\":\"" + i + "\",")));
        }
        assertThat(keeper.backlog().size()).isEqualTo(2);
        assertThat(keeper.backlog().superseded()).isEqualTo(99_999);
        assertThat(keeper.stuck()).isEmpty();

        now = now.plusSeconds(31);
        assertThat(keeper.stuck()).contains("one update has taken 31 s so far");

        hold.countDown();
        eventually(() -> assertThat(told).hasSize(2));
        assertThat(told.getFirst()).isEqualTo(new Update.Listed(Kind.NODE));
        assertThat(told.getLast().toString()).contains("99999");
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
