package io.kubilitics.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentLogsTest {

    private final List<OfLogs> read = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private Duration eachTakes = Duration.ZERO;
    private Evidence answer = new Evidence.Lines(List.of("fatal"));

    private final RecentLogs logs = new RecentLogs(
            probe -> {
                read.add(probe);
                now = now.plus(eachTakes);
                return answer;
            },
            () -> now);

    @Test
    void aLogIsReadOnceInAWhile() {
        assertThat(logs.lines(of(1))).isEqualTo(answer);
        assertThat(logs.lines(of(1))).isEqualTo(answer);
        later(59);
        assertThat(logs.lines(of(1))).isEqualTo(answer);
        assertThat(read).hasSize(1);

        later(1);
        logs.lines(of(1));
        assertThat(read).hasSize(2);
    }

    @Test
    void aLogThatCouldNotBeReadIsTriedAgainSooner() {
        answer = new Evidence.Unavailable("no");
        logs.lines(of(1));
        later(10);
        logs.lines(of(1));

        assertThat(read).hasSize(2);
    }

    @Test
    void aLookReadsOnlySoManyAndTheNextOneReadsTheRest() {
        readAll(30);
        assertThat(read).hasSize(20);
        assertThat(logs.lines(of(29))).isInstanceOf(Evidence.Unavailable.class);

        later(1);
        readAll(30);
        assertThat(read).hasSize(30).doesNotHaveDuplicates();
        assertThat(logs.lines(of(29))).isEqualTo(answer);
    }

    @Test
    void aLookReadsOnlyForSoLong() {
        eachTakes = Duration.ofSeconds(10);
        readAll(30);

        assertThat(read).hasSize(2);
    }

    private void readAll(int number) {
        for (int i = 0; i < number; i++) {
            logs.lines(of(i));
        }
    }

    private void later(int seconds) {
        now = now.plusSeconds(seconds);
        logs.newLook();
    }

    private static OfLogs of(int number) {
        return new OfLogs(ResourceRef.of(Kind.POD, "shop", "pod-" + number), "app", true);
    }
}
