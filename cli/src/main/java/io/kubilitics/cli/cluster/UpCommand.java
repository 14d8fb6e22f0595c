package io.kubilitics.cli.cluster;

import io.kubilitics.cli.cluster.machine.Progress;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics cluster up} */
@Command(
        name = "up",
        description = "Start the cluster, or add to one that runs.",
        footer = {
            "",
            "Simulated pods tell a story when annotated: simulate.kubilitics.io/fault=crash-loop, oom, image-pull or unready;",
            "simulated nodes: simulate.kubilitics.io/node-fault=not-ready, memory-pressure, disk-pressure or pid-pressure.",
            "Beside a real node they carry the taint kwok.x-k8s.io/node=fake:NoSchedule; a simulated pod needs its toleration."
        })
final class UpCommand implements Runnable {

    @ParentCommand
    private ClusterCommand parent;

    @Option(names = "--nodes", paramLabel = "N", description = "How many simulated nodes there shall be.")
    private int nodes;

    @Option(
            names = "--pods",
            paramLabel = "N",
            description = "How many simulated pods there shall be, in namespace simulated.")
    private int pods;

    @Option(
            names = "--real-node",
            description =
                    "Also a node with real containers (Linux, root; containerd, runc). Image: kubilitics.test/workload:1")
    private boolean realNode;

    @Option(
            names = "--metrics",
            description = "Also the metrics server ('kubectl top'); its first figures come after some 20 s.")
    private boolean metrics;

    @Override
    public void run() {
        Cluster cluster = parent.cluster();
        Progress progress = Progress.onStandardError();
        long start = System.nanoTime();
        cluster.up(new Cluster.Size(nodes, pods, realNode, metrics), progress);
        progress.say("cluster '%s' is up after %.1f s".formatted(cluster.name(), (System.nanoTime() - start) / 1e9));
        System.out.printf("export KUBECONFIG=%s%n", quoted(cluster.kubeconfig()));
        System.out.printf("export PATH=%s:\"$PATH\"%n", quoted(cluster.programs()));
    }

    /** For a shell, whatever the path holds. */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
