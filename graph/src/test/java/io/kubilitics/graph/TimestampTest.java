package io.kubilitics.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

    @Test
    void readsAsTheGeneralParserDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L));
            assertThat(Timestamp.read(instant.toString())).contains(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59Z",
                "2023-02-29T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-11-31T10:00:00Z",
                "2026-11-21T24:00:00Z",
                "2026-11-21T10:60:00Z",
                "2026-12-31T23:59:60Z",
                "2026-11-21T10:00:00.123456Z",
                "2026-11-21T10:00:00+02:00",
                "2026-11-21 10:00:00Z",
                "2026-11-2١T10:00:00Z",
                "yesterday, or so, ok",
                ""
            })
    void oddOnesToo(String text) {
        assertThat(Timestamp.read(text)).isEqualTo(byTheGeneralParser(text));
    }

    private static Optional<Instant> byTheGeneralParser(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
