package io.kubilitics.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new SplittableRandom(1));

    @Test
    void eachPauseIsWithinTheUpperHalfOfABoundThatDoubles() {
        long bound = 100;
        for (int i = 0; i < 20; i++) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(bound / 2), Duration.ofMillis(bound));
            bound = Math.min(30_000, bound * 2);
        }
    }

    @Test
    void noTwoTakeTheSamePause() {
        assertThat(Stream.generate(backoff::next).skip(20).limit(50).distinct().count())
                .isGreaterThan(40);
    }

    @Test
    void afterAResetItBeginsSmall() {
        Stream.generate(backoff::next).limit(10).forEach(pause -> {});
        backoff.reset();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(100));
    }
}
