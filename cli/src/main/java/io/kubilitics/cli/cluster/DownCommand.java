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
        Progress progress = Progress.onStandardError();
        progress.during("end processes, network and data", cluster::down);
        System.out.printf("cluster '%s' is down%n", cluster.name());
    }
}
