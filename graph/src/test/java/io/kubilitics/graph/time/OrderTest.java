package io.kubilitics.graph.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"-5000, AFTER", "-1001, AFTER", "-1000, UNKNOWN", "0, UNKNOWN", "1000, UNKNOWN", "1001, BEFORE"})
    void isKnownOnlyBeyondASecond(long millis, Order order) {
        assertThat(Order.of(NOON, NOON.plusMillis(millis))).isEqualTo(order);
    }

    @Test
    void isNeverKnownOfTimesThatNobodyTells() {
        assertThat(Order.of(Instant.EPOCH, NOON)).isEqualTo(Order.UNKNOWN);
        assertThat(Order.of(NOON, Instant.EPOCH)).isEqualTo(Order.UNKNOWN);
    }
}
