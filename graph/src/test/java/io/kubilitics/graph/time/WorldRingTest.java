package io.kubilitics.graph.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Towns;
import io.kubilitics.graph.world.World;
import io.kubilitics.graph.world.WorldInvariants;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldRingTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final long PLENTY = 1L << 40;

    private record Told(Instant at, Observation observation) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void asOfEqualsReplay(long seed) {
        Random random = new Random(seed);
        WorldRing ring = new WorldRing(World.empty(), START, Duration.ofHours(1), PLENTY);
        List<Told> told = new ArrayList<>();
        Instant now = START;
        for (Observation observation : Towns.random(seed, 1_500)) {
            now = now.plusMillis(random.nextInt(10) == 0 ? random.nextInt(3_000) : 0);
            told.add(new Told(now, observation));
            ring.apply(observation, now);
        }
        for (int i = 0; i < 20; i++) {
            Instant moment = START.plusMillis(
                    random.nextLong(Duration.between(START, now).toMillis() + 1_000));
            World replayed = World.empty();
            for (Told each : told) {
                replayed = each.at().isAfter(moment) ? replayed : replayed.apply(each.observation());
            }
            World past = ring.asOf(moment).orElseThrow();
            assertThat(Towns.content(past)).isEqualTo(Towns.content(replayed));
            assertThat(past.version()).isEqualTo(replayed.version());
            WorldInvariants.check(past);
        }
    }

    @Test
    void whatIsTooLongAgoIsForgotten() {
        WorldRing ring = new WorldRing(World.empty(), START, Duration.ofSeconds(10), PLENTY);
        tellEachSecond(ring, 60);

        WorldRing.Window window = ring.window();

        assertThat(window.full()).isFalse();
        assertThat(Duration.between(window.from(), window.to()))
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(12));
        assertThat(ring.asOf(window.from())).isPresent();
        assertThat(ring.asOf(window.from().minusMillis(1))).isEmpty();
        assertThat(ring.asOf(START.plusSeconds(3_600))).map(Towns::content).contains(Towns.content(ring.now()));
    }

    @Test
    void theWindowShrinksWhenBytesRunOutAndSaysSo() {
        long bytes = 5 * WorldRing.BYTES_PER_CHANGE;
        WorldRing ring = new WorldRing(World.empty(), START, Duration.ofHours(1), bytes);
        tellEachSecond(ring, 60);

        WorldRing.Window window = ring.window();

        assertThat(window.full()).isTrue();
        assertThat(window.bytes()).isLessThanOrEqualTo(bytes);
        assertThat(Duration.between(window.from(), window.to())).isLessThan(Duration.ofSeconds(15));
        assertThat(ring.asOf(START)).isEmpty();
    }

    @Test
    void anObjectThatIsLargeCountsForMore() throws IOException {
        WorldRing ring = new WorldRing(World.empty(), START, Duration.ofHours(1), PLENTY);
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        String object = "{\"metadata\": {\"name\": \"a\", \"namespace\": \"b\"}, \"data\": {\"noise\": \"%s\"}}"
                .formatted(Base64.getEncoder().encodeToString(noise));

        Observers.observe(Kind.CONFIG_MAP, object).forEach(each -> ring.apply(each, START.plusSeconds(1)));

        assertThat(ring.window().bytes()).isGreaterThan(noise.length);
    }

    @Test
    void aClockThatIsPutBackStandsStill() {
        WorldRing ring = new WorldRing(World.empty(), START, Duration.ofHours(1), PLENTY);
        List<Observation> told = Towns.random(1, 100);
        told.subList(0, 50).forEach(each -> ring.apply(each, START.plusSeconds(50)));
        told.subList(50, 100).forEach(each -> ring.apply(each, START.plusSeconds(20)));

        assertThat(ring.window().to()).isEqualTo(START.plusSeconds(50));
        assertThat(ring.asOf(START.plusSeconds(20)).map(World::version)).contains(0L);
        assertThat(ring.asOf(START.plusSeconds(50)).map(Towns::content)).contains(Towns.content(ring.now()));
    }

    private static void tellEachSecond(WorldRing ring, int seconds) {
        List<Observation> told = Towns.random(7, seconds);
        for (int second = 0; second < seconds; second++) {
            ring.apply(told.get(second), START.plusSeconds(second));
        }
    }
}
