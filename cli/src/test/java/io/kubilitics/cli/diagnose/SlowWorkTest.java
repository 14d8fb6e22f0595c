package io.kubilitics.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlowWorkTest {

    private final StringWriter shown = new StringWriter();
    private long nanos = TimeUnit.HOURS.toNanos(1);

    @Test
    void saysNothingWhenItIsShort() {
        SlowWork work = new SlowWork(new PrintWriter(shown), true, () -> nanos);
        after(1.9);
        work.at(1, 2, "bundles");
        work.end();

        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void isALineNowAndThenWhereNobodyLooksOn() {
        SlowWork work = new SlowWork(new PrintWriter(shown), false, () -> nanos);
        for (int i = 0; i < 30; i++) {
            work.at(i, 30, "bundles");
            after(0.5);
        }
        work.end();

        assertThat(shown.toString()).isEqualToIgnoringNewLines("  4 of 30 bundles (2 s)  24 of 30 bundles (12 s)");
    }

    @Test
    void isRedrawnAndErasedOnATerminal() {
        SlowWork work = new SlowWork(new PrintWriter(shown), true, () -> nanos);
        after(3);
        work.at(1, 9, "bundles");
        work.end();

        assertThat(shown.toString()).isEqualTo("\r\033[2K  1 of 9 bundles (3 s)\r\033[2K");
    }

    private void after(double seconds) {
        nanos += (long) (seconds * 1e9);
    }
}
