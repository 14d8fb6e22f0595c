package io.kubilitics.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.cli.Main;
import io.kubilitics.cli.cluster.Cluster;
import io.kubilitics.cli.cluster.Cluster.State;
import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.machine.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cluster can be ended whatever happened to the one who started it, and nothing else is ended with it. */
@Tag("cluster")
class ClusterLifecycleTest {

    private final Binaries binaries = Binaries.of(System.getenv());
    private final String name = TestCluster.nameFor("-life");
    private final Cluster cluster = Cluster.named(name, binaries);

    @AfterEach
    void removeWhatIsLeft() {
        cluster.remove();
    }

    @Test
    void afterTheStarterWasKilledMidwayDownLeavesNoProcess() throws IOException {
        Process starter = cli("cluster", "up", "--name", name);
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> runs("kube-apiserver"));
        starter.destroyForcibly();
        assertThat(cluster.running()).isNotEmpty();

        cluster.down();

        assertThat(cluster.running()).isEmpty();
        assertThat(cluster.state()).isEqualTo(State.DOWN);
    }

    @Test
    void aStarterThatIsInterruptedCleansUpItself() throws Exception {
        Process starter = cli("cluster", "up", "--name", name);
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> runs("etcd"));

        starter.destroy();

        assertThat(starter.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(cluster.running()).isEmpty();
    }

    @Test
    void downDoesNotTouchAProcessThatBelongsToAnotherCluster() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sleep", "60");
        builder.environment().put("KUBILITICS_CLUSTER", "/elsewhere");
        builder.environment().put("KUBILITICS_COMPONENT", "etcd");
        Process stranger = builder.start();
        try {
            cluster.down();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aComponentThatEndedByItselfIsReported() {
        cluster.up(new Cluster.Size(0, 0, false, false), new Progress(System.err, false));
        assertThat(cluster.state()).isEqualTo(State.UP);

        cluster.crashApiServer();

        assertThat(cluster.state()).isEqualTo(State.BROKEN);
    }

    private boolean runs(String component) {
        return cluster.running().stream().anyMatch(process -> process.name().equals(component));
    }

    private static Process cli(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).inheritIO().start();
    }
}
