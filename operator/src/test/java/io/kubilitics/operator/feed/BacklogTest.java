package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final Backlog<String> backlog = new Backlog<>(() -> now);

    @Test
    void whatIsNewerTakesThePlaceOfWhatItReplaces() {
        for (int i = 0; i < 1000; i++) {
            backlog.put("a", "a" + i);
        }
        backlog.put("b", "b");
        backlog.put("a", "last");

        assertThat(backlog.size()).isEqualTo(2);
        assertThat(backlog.superseded()).isEqualTo(1000);
        assertThat(backlog.poll()).contains("last");
        assertThat(backlog.poll()).contains("b");
        assertThat(backlog.poll()).isEmpty();
    }

    @Test
    void whatSumsUpComesAfterAllThatWasPutBeforeIt() {
        backlog.putLast("all", "refused");
        backlog.put("a", "a");
        backlog.putLast("all", "listed");

        assertThat(backlog.superseded()).isOne();
        assertThat(backlog.poll()).contains("a");
        assertThat(backlog.poll()).contains("listed");
        assertThat(backlog.poll()).isEmpty();
    }

    @Test
    void theFirstInLineHasWaitedSinceItWasFirstPut() {
        assertThat(backlog.oldest()).isZero();
        backlog.put("a", "a");
        now = now.plusSeconds(3);
        backlog.put("a", "newer");
        backlog.put("b", "b");
        assertThat(backlog.oldest()).isEqualTo(Duration.ofSeconds(3));

        backlog.poll();
        assertThat(backlog.oldest()).isZero();
    }

    @Test
    void whoTakesWaitsUntilThereIsSomething() throws Exception {
        CompletableFuture<String> taken = CompletableFuture.supplyAsync(() -> {
            try {
                return backlog.take();
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
        backlog.put("a", "a");

        assertThat(taken.get(5, TimeUnit.SECONDS)).isEqualTo("a");
    }
}
