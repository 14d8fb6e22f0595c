package io.kubilitics.cli.cluster;

import io.kubilitics.cli.ExitCode;
import io.kubilitics.cli.cluster.machine.Processes.Running;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics cluster status} */
@Command(name = "status", description = "Which processes of the cluster run. Exit status 1 when it is not up.")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private ClusterCommand parent;

    @Override
    public Integer call() {
        Cluster cluster = parent.cluster();
        Cluster.State state = cluster.state();
        System.out.printf(
                "cluster '%s' is %s%n",
                cluster.name(),
                switch (state) {
                    case UP -> "up";
                    case DOWN -> "down";
                    case BROKEN -> "broken: " + String.join(", ", cluster.lost());
                });
        for (Running process : cluster.running()) {
            System.out.printf("  %-28s pid %d%n", process.name(), process.pid());
        }
        if (state == Cluster.State.UP) {
            System.out.printf("  kubeconfig %s%n  logs       %s%n", cluster.kubeconfig(), cluster.logs());
        }
        return (state == Cluster.State.UP ? ExitCode.FINE : ExitCode.FAILED).status();
    }
}
