package io.kubilitics.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.gateway.watch.Rhythm.Pace;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The usual pace: 1 s of quiet, at most 5 s, again after 30 s. */
class RhythmTest {

    private static final World A = Cart.whole().world();

    private final Rhythm rhythm = new Rhythm(Pace.USUAL);

    @Test
    void looksAtOnceTheFirstTime() {
        assertThat(due(A, 0)).isTrue();
    }

    @Test
    void waitsUntilChangesPause() {
        look(A, 0);
        World next = Cart.whole().killed("a").world();

        assertThat(due(next, 2_000)).isFalse();
        assertThat(due(next, 2_900)).isFalse();
        assertThat(due(next, 3_000)).isTrue();
        look(next, 3_000);
        assertThat(due(next, 10_000)).isFalse();
    }

    @Test
    void waitsNoLongerThanFiveSecondsForAPause() {
        look(A, 0);
        for (int millis = 1_000; millis < 6_000; millis += 500) {
            assertThat(due(Cart.whole().world(), millis)).as("at %d", millis).isFalse();
        }
        assertThat(due(Cart.whole().world(), 6_000)).isTrue();
    }

    @Test
    void looksAgainWithoutAnyChangeBecauseHealthDependsOnTheClock() {
        look(A, 0);

        assertThat(due(A, 29_999)).isFalse();
        assertThat(due(A, 30_000)).isTrue();
    }

    @Test
    void looksWhenSomebodyWantsItButNotMoreOftenThanOnceAPause() {
        look(A, 0);

        assertThat(rhythm.due(A, millis(500), Optional.of(Duration.ZERO))).isFalse();
        assertThat(rhythm.due(A, millis(1_000), Optional.of(Duration.ZERO))).isTrue();
        assertThat(rhythm.due(A, millis(1_000), Optional.of(millis(1_001)))).isFalse();
    }

    private boolean due(World world, int at) {
        return rhythm.due(world, millis(at), Optional.empty());
    }

    private void look(World world, int at) {
        due(world, at);
        rhythm.look(millis(at));
    }

    private static Duration millis(int at) {
        return Duration.ofMillis(at);
    }
}
