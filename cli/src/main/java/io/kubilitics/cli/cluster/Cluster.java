package io.kubilitics.cli.cluster;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.build.Binary;
import io.kubilitics.cli.cluster.machine.Folders;
import io.kubilitics.cli.cluster.machine.Namespace;
import io.kubilitics.cli.cluster.machine.Processes;
import io.kubilitics.cli.cluster.machine.Processes.Running;
import io.kubilitics.cli.cluster.machine.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        }
    }

    /** Why a real node cannot run on this machine; empty when it can. */
    public static List<String> missingForRealNode() {
        return NodeNeeds.missing();
    }

    /**
     * Starts what is not running yet, or adds to what runs. A cluster whose start fails or is interrupted is ended again; one
     * that was up before stays.
     */
    public void up(Size size, Progress progress) {
        requireLinux();
        if (size.realNode()) {
            RealNode.require(home);
        }
        binaries.ensure(progress);
        ClusterLock.holding(home, () -> {
            switch (state()) {
                case UP -> grow(size, progress);
                case BROKEN ->
                    throw CliFault.failed("cluster '%s' is broken (%s); run '%s', then 'up'"
                            .formatted(home.name(), String.join(", ", lost()), home.command("down")));
                case DOWN -> start(size, progress);
            }
        });
    }

    private void start(Size size, Progress progress) {
        Thread ender = Thread.ofPlatform().unstarted(this::end);
        Runtime.getRuntime().addShutdownHook(ender);
        boolean started = false;
        try {
            end();
            home.create();
            Settings settings = size.realNode() ? Settings.inNamespace(home) : Settings.onLoopback();
            settings.save(home);
            settings.place().create();
            new ControlPlane(home, settings, binaries).start(progress);
            grow(size, progress);
            started = true;
        } finally {
            removeHook(ender);
            if (!started) {
                end();
            }
        }
    }

    private void grow(Size size, Progress progress) {
        Settings settings = settings();
        if (size.realNode() && !settings.isolated()) {
            throw CliFault.failed(
                    "cluster '%s' runs without a network of its own, which a real node needs: run '%s' first"
                            .formatted(home.name(), home.command("down")));
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

    /** Ends every process of the cluster and gives back what it took of the machine; its logs stay. */
    public void down() {
        ClusterLock.holding(home, this::end);
    }

    /** Nothing is kept, so nothing needs to end gently: first who makes containers, then the containers, then the rest. */
    private void end() {
        Processes processes = home.processes();
        processes.kill(RealNode.KUBELET);
        Namespace namespace = Settings.namespaceOf(home);
        RealNode.cgroups(namespace).remove();
        processes.killAll();
        namespace.remove();
        home.deleteAllButLogs();
    }

    /** Ends the cluster and forgets it, logs and all. */
    public void remove() {
        down();
        Folders.delete(home.folder());
        Folders.delete(home.lock());
    }

    /** Whether the control plane is up. */
    public enum State {
        UP,
        BROKEN,
        DOWN
    }

    public State state() {
        if (running().isEmpty() && !home.begun()) {
            return State.DOWN;
        }
        return lost().isEmpty() ? State.UP : State.BROKEN;
    }

    public List<Running> running() {
        return home.processes().running();
    }

    /** What should run and does not, each as half a sentence. */
    public List<String> lost() {
        Set<String> alive = running().stream().map(Running::name).collect(Collectors.toSet());
        Stream<String> neverStarted = ControlPlane.COMPONENTS.stream().filter(component -> !alive.contains(component));
        return Stream.concat(neverStarted, home.processes().lost().stream())
                .distinct()
                .map(component -> component + " does not run")
                .toList();
    }

    public Path kubeconfig() {
        if (!Files.isRegularFile(home.kubeconfig())) {
            throw CliFault.unreachable(
                    "cluster '%s' is not up: run '%s' first".formatted(home.name(), home.command("up")));
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

    /** The folder of kubectl and the other programs. */
    public Path programs() {
        return binaries.path(Binary.KUBECTL).resolveSibling("");
    }

    /** Kills the API server as a crash would; its data stays. For tests of what happens then. */
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
                .orElseThrow(() -> CliFault.failed(
                        "cluster '%s' lost its settings: run '%s'".formatted(home.name(), home.command("down"))));
    }

    private static void requireLinux() {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            throw CliFault.unreachable("the test cluster runs on Linux only: /proc is missing here");
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
