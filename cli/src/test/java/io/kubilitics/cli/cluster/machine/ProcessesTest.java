package io.kubilitics.cli.cluster.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    @TempDir
    Path folder;

    private Processes mine() {
        return new Processes(folder.resolve("mine"), folder.resolve("logs"));
    }

    private Processes theirs() {
        return new Processes(folder.resolve("theirs"), folder.resolve("logs"));
    }

    @AfterEach
    void endAll() {
        mine().killAll();
        theirs().killAll();
    }

    @Test
    void aProcessIsFoundByItsOwnerOnly() {
        mine().start("sleeper", List.of("sleep", "60"));

        // It replaces its program once, and has no environment to be known by for that moment.
        assertThat(Waiting.until(5_000, () -> mine().alive("sleeper"))).isTrue();
        assertThat(theirs().running()).isEmpty();
    }

    @Test
    void killingEndsMineAndLeavesOthers() {
        mine().start("sleeper", List.of("sleep", "60"));
        theirs().start("sleeper", List.of("sleep", "60"));

        mine().killAll();

        assertThat(mine().running()).isEmpty();
        assertThat(Waiting.until(5_000, () -> theirs().alive("sleeper"))).isTrue();
    }

    @Test
    void childrenOfAProcessAreEndedWithIt() {
        mine().start("parent", List.of("sh", "-c", "sleep 60 & sleep 60"));
        assertThat(Waiting.until(5_000, () -> mine().running().size() == 3)).isTrue();

        mine().killAll();

        assertThat(mine().running()).isEmpty();
    }

    @Test
    void whatItPrintsIsInItsLog() {
        mine().start("talker", List.of("sh", "-c", "echo words"));

        assertThat(Waiting.until(5_000, () -> !mine().alive("talker"))).isTrue();
        assertThat(mine().log("talker")).content().isEqualTo("words\n");
    }
}
