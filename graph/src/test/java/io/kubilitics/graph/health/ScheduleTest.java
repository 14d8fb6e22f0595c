package io.kubilitics.graph.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "*/5 0-23/2 1,15 jan-mar MON-fri",
                "0 0 ? * 7",
                "@hourly",
                "@every 1h30m",
                "TZ=Europe/Berlin 0 3 * * *"
            })
    void canBeRead(String schedule) {
        assertThat(Schedule.readable(schedule)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "*/0 * * * *",
                "5-1 * * * *",
                "1,, * * * *",
                "@sometimes",
                "a b c d e",
                "TZ=UTC"
            })
    void cannotBeRead(String schedule) {
        assertThat(Schedule.readable(schedule)).isFalse();
    }
}
