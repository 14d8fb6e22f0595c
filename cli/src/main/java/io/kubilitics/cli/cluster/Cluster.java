package io.kubilitics.cli.cluster;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.build.Binary;
import io.kubilitics.cli.cluster.machine.Folders;
import io.kubilitics.cli.cluster.machine.Processes.Running;
import io.kubilitics.cli.cluster.machine.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One test cluster on this machine: started, grown, looked at and ended through its folder, by any process at any time. */
public final class Cluster {

    private final ClusterHome home;
    private final Binaries binaries;

    private Cluster(ClusterHome home, Binaries binaries) {
        this.home = home;
        this.binaries = binaries;
    }

    /** A cluster of this name, running or not. */
    public static Cluster named(String name, Binaries binaries) {
        return new Cluster(ClusterHome.of(name, binaries), binaries);
    }

    /**
     * What a cluster shall have beside its control plane.
     *
     * @param nodes simulated nodes
     * @param pods simulated pods, spread over deployments
     * @param realNode a node with real containers
     * @param metrics the real metrics-server
     */
    public record Size(int nodes, int pods, boolean realNode, boolean metrics) {
        public Size {
            if (nodes < 0 || pods < 0) {
                throw CliFault.wrongUsage("a cluster cannot have fewer than 0 nodes or pods");
            }
            if (pods > 0 && nodes == 0) {
                throw CliFault.wrongUsage("--pods needs --nodes: simulated pods run on simulated nodes only");
            }
        }
    }

    /** Why a real node cannot run on this machine; empty when it can. */
    public static List<String> missingForRealNode() {
        return NodeNeeds.missing();
    }

    /** Starts what is not running yet; a half-started cluster is ended again when anything fails or the caller is stopped. */
    public void up(Size size, Progress progress) {
        requireLinux();
        if (size.realNode()) {
            requireRealNode();
        }
        binaries.ensure(progress);
        if (state() != State.UP) {
            start(size, progress);
        }
        Settings settings = settings();
        if (size.realNode() && !settings.isolated()) {
            throw CliFault.failed(
                    "cluster '%s' runs without a network of its own, which a real node needs: ".formatted(home.name())
                            + "take it down first, then 'up --real-node'");
        }
        if (size.realNode()) {
            new RealNode(home, settings, binaries).start(progress);
        }
        SimulatedNodes simulated = new SimulatedNodes(home, settings, binaries);
        if (size.nodes() > 0) {
            simulated.nodes(size.nodes(), progress);
        }
        if (size.pods() > 0) {
            simulated.pods(size.pods(), progress);
        }
        if (size.metrics()) {
            MetricsServer.start(home, settings, binaries, progress);
        }
    }

    private void start(Size size, Progress progress) {
        if (state() == State.BROKEN) {
            throw CliFault.failed("cluster '%s' is broken: %s ended by itself; run 'kubilitics cluster down', then 'up'"
                    .formatted(home.name(), String.join(", ", lost())));
        }
        Thread ender = Thread.ofPlatform().unstarted(this::down);
        Runtime.getRuntime().addShutdownHook(ender);
        boolean started = false;
        try {
            Folders.delete(home.folder());
            Settings settings = size.realNode() ? Settings.inNamespace(home) : Settings.onLoopback();
            settings.save(home);
            settings.place().create();
            new ControlPlane(home, settings, binaries).start(progress);
            started = true;
        } finally {
            removeHook(ender);
            if (!started) {
                down();
            }
        }
    }

    /** Ends every process of the cluster and gives back what it took of the machine; its logs stay. */
    public void down() {
        Optional<Settings> settings = Settings.read(home);
        // Nothing is kept, so nothing needs to end gently.
        home.processes().killAll();
        settings.filter(Settings::isolated)
                .ifPresent(known -> RealNode.cgroups(known).remove());
        settings.ifPresent(known -> known.place().remove());
        home.deleteAllButLogs();
    }

    /** Ends the cluster and forgets it, logs and all. */
    public void remove() {
        down();
        Folders.delete(home.folder());
    }

    /** Whether the control plane is up. */
    public enum State {
        UP,
        BROKEN,
        DOWN
    }

    public State state() {
        if (running().isEmpty()) {
            return State.DOWN;
        }
        return lost().isEmpty() ? State.UP : State.BROKEN;
    }

    public List<Running> running() {
        return home.processes().running();
    }

    /** Components of the control plane that should run and do not. */
    private List<String> lost() {
        Set<String> alive = running().stream().map(Running::name).collect(Collectors.toSet());
        return ControlPlane.COMPONENTS.stream()
                .filter(component -> !alive.contains(component))
                .toList();
    }

    public Path kubeconfig() {
        if (!Files.isRegularFile(home.kubeconfig())) {
            throw CliFault.unreachable(
                    "cluster '%s' is not up: run 'kubilitics cluster up' first".formatted(home.name()));
        }
        return home.kubeconfig();
    }

    public Path logs() {
        return home.logs();
    }

    public Path auditLog() {
        return home.auditLog();
    }

    public String name() {
        return home.name();
    }

    public Path kubectl() {
        return binaries.path(Binary.KUBECTL);
    }

    /** Kills the API server as a crash would; its data stays. */
    public void crashApiServer() {
        controlPlane().crashApiServer();
    }

    public void restartApiServer() {
        controlPlane().startApiServer();
    }

    private ControlPlane controlPlane() {
        return new ControlPlane(home, settings(), binaries);
    }

    private Settings settings() {
        return Settings.read(home)
                .orElseThrow(
                        () -> CliFault.failed("cluster '%s' lost its settings: take it down".formatted(home.name())));
    }

    private static void requireLinux() {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            throw CliFault.unreachable("the test cluster runs on Linux only: /proc is missing here");
        }
    }

    private static void requireRealNode() {
        List<String> missing = missingForRealNode();
        if (!missing.isEmpty()) {
            throw CliFault.unreachable("a real node cannot run here; missing: " + String.join(", ", missing));
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Ctrl-C came first: the hook itself is taking the cluster down.
        }
    }
}
