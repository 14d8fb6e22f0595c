package io.kubilitics.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A brain whose body goes away and comes back, over a real gRPC server in this process. */
class ReconnectTest {

    private static final ResourceRef OLD = ResourceRef.of(Kind.CONFIG_MAP, "shop", "old");
    private static final ResourceRef NEW = ResourceRef.of(Kind.CONFIG_MAP, "shop", "new");
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    private final FakeBody body = new FakeBody();
    private final BodyClient client = BodyClient.inProcess(body.address());
    private final StreamFeed feed = client.feed();

    @AfterEach
    void end() throws InterruptedException {
        client.close();
        body.stop();
    }

    @Test
    void aBodyThatStartsLaterIsFound() throws Exception {
        assertThat(feed.synced(AT_ONCE)).isEmpty();
        assertThat(feed.state().connected()).isFalse();

        body.knowing("old").start();

        assertThat(world().presence(OLD)).isEqualTo(Presence.PRESENT);
        assertThat(feed.state().trouble()).isEmpty();
    }

    @Test
    void whileTheBodyIsAwayThereIsNoWorldAndAfterwardsTheNewOneAlone() throws Exception {
        body.knowing("old").start();
        assertThat(world().presence(OLD)).isEqualTo(Presence.PRESENT);
        StreamState before = feed.state();

        body.stop();
        eventually(() -> assertThat(feed.synced(AT_ONCE)).isEmpty());
        assertThat(feed.state().synced()).isFalse();
        assertThat(feed.state().epoch()).isEmpty();
        assertThat(feed.state().trouble().orElseThrow()).startsWith("the body does not answer: UNAVAILABLE");

        body.knowing("new").start();
        World after = world();
        assertThat(after.presence(NEW)).isEqualTo(Presence.PRESENT);
        assertThat(after.presence(OLD)).isEqualTo(Presence.ABSENT);
        assertThat(feed.state().epoch()).isNotEqualTo(before.epoch()).startsWith("epoch");
        assertThat(feed.state().reconnects()).isGreaterThan(before.reconnects());
    }

    @Test
    void whoAsksDuringABreakWaitsForTheNextStream() throws Exception {
        body.knowing("old").start();
        world();
        body.stop();
        eventually(() -> assertThat(feed.state().connected()).isFalse());

        CompletableFuture<Optional<World>> asked = CompletableFuture.supplyAsync(() -> feed.synced(LONG));
        Thread.sleep(300);
        assertThat(asked).isNotDone();
        body.start();

        assertThat(asked.get(LONG.toSeconds(), TimeUnit.SECONDS)).isPresent();
    }

    @Test
    void aStreamThatBeganAgainButIsNotCompleteGivesNoWorld() throws Exception {
        body.knowing("old").start();
        world();
        body.holdBack(true);
        body.hangUp();

        eventually(() -> assertThat(feed.state().epoch()).isEqualTo("epoch 2"));
        assertThat(feed.state().connected()).isTrue();
        assertThat(feed.synced(AT_ONCE)).isEmpty();
        assertThat(feed.state().trouble()).contains("the body has not told everything yet");
    }

    @Test
    void aBodyThatRefusesAtOnceIsAskedLessAndLessOften() throws Exception {
        body.refuse(true);
        body.start();
        eventually(() -> assertThat(feed.state().trouble().orElseThrow()).contains("INTERNAL (not today)"));
        Thread.sleep(3_000);

        // Pauses of at least 50, 100, 200, 400, 800, 1600 ms: seven tries at most in 3.15 s, five at least.
        assertThat(body.asked()).isBetween(4, 8);

        body.refuse(false);
        assertThat(feed.synced(LONG)).isPresent();
    }

    @Test
    void aBodyThatHangsUpAfterTellingEverythingIsNotAskedWithoutAPause() throws Exception {
        body.knowing("old").start();
        world();
        long begun = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            long before = feed.state().reconnects();
            body.hangUp();
            eventually(() -> assertThat(feed.state().reconnects()).isGreaterThan(before));
            world();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(50 + 100 + 200 + 400));
    }

    @Test
    void closingEndsItAtOnceAndAnswersWhoeverWaits() throws Exception {
        CompletableFuture<Optional<World>> asked =
                CompletableFuture.supplyAsync(() -> feed.synced(Duration.ofMinutes(5)));
        Thread.sleep(200);

        long begun = System.nanoTime();
        client.close();

        assertThat(asked.get(1, TimeUnit.SECONDS)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        body.start();
        Thread.sleep(300);
        assertThat(body.asked()).isZero();
    }

    private World world() {
        return feed.synced(LONG).orElseThrow();
    }

    private static void eventually(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(condition);
    }
}
