package io.kubilitics.cli.cluster;

import io.kubilitics.cli.cluster.machine.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics cluster down} */
@Command(name = "down", description = "End the cluster: every process of it, its network and its data. Its logs stay.")
final class DownCommand implements Runnable {

    @ParentCommand
    private ClusterCommand parent;

    @Override
    public void run() {
        Cluster cluster = parent.cluster();
        boolean was = cluster.state() != Cluster.State.DOWN;
        Progress progress = Progress.onStandardError();
        progress.during("end processes, network and data", cluster::down);
        // Whoever forgot the name of his cluster should not think that it has ended.
        System.out.printf(was ? "cluster '%s' is down%n" : "cluster '%s' was not up%n", cluster.name());
    }
}
