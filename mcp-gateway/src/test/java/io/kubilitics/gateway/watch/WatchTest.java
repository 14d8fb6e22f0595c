package io.kubilitics.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kubilitics.gateway.watch.Rhythm.Pace;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.recommendation.InMemoryProposals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Pace QUICK =
            new Pace(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(300), Duration.ofMillis(100));

    private final InMemoryProposals proposals = new InMemoryProposals();
    private final List<News> news = new CopyOnWriteArrayList<>();
    private volatile Optional<World> world = Optional.empty();
    private volatile boolean sightBreaks;
    private Watch watch = watch(LogSource.none());

    private Watch watch(LogSource logs) {
        return new Watch(this::sight, Cart.examiner(logs), proposals, news::add, QUICK);
    }

    private Optional<World> sight() {
        if (sightBreaks) {
            throw new IllegalStateException("broken for a test");
        }
        return world;
    }

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void tellsAnIncidentFromItsBeginningToItsEnd() {
        world = Optional.of(Cart.whole().well("a").world());
        heard(News.Well.class);

        world = Optional.of(Cart.whole().killed("a").world());
        heard(News.Well.class, News.Found.class, News.Answered.class);
        assertThat(proposals.made()).hasSize(1);

        world = Optional.of(Cart.whole().well("a").world());
        heard(News.Well.class, News.Found.class, News.Answered.class, News.Resolved.class, News.Well.class);
        assertThat(proposals.asked()).isEqualTo(1);
        assertThat(watch.failures()).isZero();
    }

    @Test
    void concludesNothingWhileTheWorldIsNotSynced() throws InterruptedException {
        world = Optional.of(Cart.whole().killed("a").world());
        heard(News.Found.class, News.Answered.class);

        world = Optional.empty();
        Thread.sleep(600);
        heard(News.Found.class, News.Answered.class);

        // The stream starts over: the same again, built anew.
        world = Optional.of(Cart.whole().killed("a").world());
        Thread.sleep(600);
        heard(News.Found.class, News.Answered.class);
        assertThat(proposals.asked()).isEqualTo(1);
    }

    @Test
    void aRoundThatBreaksIsCountedAndTheNextGoesOn() {
        sightBreaks = true;
        await().until(() -> watch.failures() > 0);
        sightBreaks = false;
        world = Optional.of(Cart.whole().killed("a").world());

        heard(News.Found.class, News.Answered.class);
    }

    @Test
    void aListenerThatBreaksKeepsNobodyFromAsking() {
        watch.close();
        watch = new Watch(
                this::sight,
                Cart.examiner(LogSource.none()),
                proposals,
                _ -> {
                    throw new IllegalStateException("broken for a test");
                },
                QUICK);
        world = Optional.of(Cart.whole().killed("a").world());

        await().until(() -> proposals.made().size() == 1);
        await().until(() -> watch.failures() == 2);
    }

    @Test
    void closesWithinASecondWhateverItIsDoingAndConcludesNothingFromThat() {
        CountDownLatch reading = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        watch.close();
        watch = watch(_ -> {
            reading.countDown();
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException ending) {
                interrupted.set(true);
            }
            return new Evidence.Lines(List.of("fatal: interrupted"));
        });
        world = Optional.of(Cart.whole().crashed("a").world());
        await().until(() -> reading.getCount() == 0);

        long start = System.nanoTime();
        watch.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(interrupted).isTrue();
        assertThat(news).isEmpty();
    }

    private void heard(Class<?>... kinds) {
        await().untilAsserted(
                        () -> assertThat(news).extracting(Object::getClass).isEqualTo(List.of(kinds)));
    }
}
