package io.kubilitics.operator.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RenewalTest {

    private static final Duration LIFE = Duration.ofHours(1);

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private boolean away;
    private int asked;

    private Token make() {
        asked++;
        if (away) {
            throw new IllegalStateException("away");
        }
        return new Token("token-" + asked, now, LIFE);
    }

    private Renewal renewal() {
        return new Renewal(this::make, () -> now);
    }

    @Test
    void oneTokenServesForTheFirstHalfOfItsLife() {
        Renewal renewal = renewal();

        now = now.plus(Duration.ofMinutes(30).minusMillis(1));

        assertThat(renewal.current()).isEqualTo("token-1");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void anotherIsMadeWellBeforeItEnds() {
        Renewal renewal = renewal();

        now = now.plus(Duration.ofMinutes(30));

        assertThat(renewal.current()).isEqualTo("token-2");
        assertThat(renewal.current()).isEqualTo("token-2");
    }

    @Test
    void aMachineThatSleptForADayHasANewOneAtTheFirstUse() {
        Renewal renewal = renewal();

        now = now.plus(Duration.ofDays(1));

        assertThat(renewal.current()).isEqualTo("token-2");
    }

    @Test
    void aClockThatWasSetBackMakesTheAgeUnknown() {
        Renewal renewal = renewal();

        now = now.minus(Duration.ofHours(5));

        assertThat(renewal.current()).isEqualTo("token-2");
    }

    @Test
    void theOldOneServesOnWhileNoOtherCanBeHad() {
        Renewal renewal = renewal();
        away = true;

        now = now.plus(Duration.ofMinutes(40));
        assertThat(renewal.current()).isEqualTo("token-1");
        assertThat(renewal.current()).isEqualTo("token-1");
        assertThat(asked).as("not at each use").isEqualTo(2);

        away = false;
        now = now.plus(Duration.ofSeconds(10));
        assertThat(renewal.current()).isEqualTo("token-3");
    }

    @Test
    void aRefusedOneIsReplacedButNotInAStorm() {
        Renewal renewal = renewal();
        now = now.plus(Duration.ofMinutes(1));

        assertThat(renewal.afterRefusal()).isEqualTo("token-2");
        assertThat(renewal.afterRefusal()).isEqualTo("token-2");
        assertThat(renewal.current()).isEqualTo("token-2");
    }

    @Test
    void withoutAFirstOneThereIsNothing() {
        away = true;

        assertThatThrownBy(this::renewal).hasMessage("away");
    }

    @Test
    void aTokenDoesNotSayItself() {
        assertThat(make().toString()).doesNotContain("token-1").contains("2026-01-01T12:00:00Z");
    }
}
