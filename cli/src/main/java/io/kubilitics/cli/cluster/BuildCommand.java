package io.kubilitics.cli.cluster;

import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.machine.Progress;
import picocli.CommandLine.Command;

/** {@code kubilitics cluster build} */
@Command(
        name = "build",
        description = "Build the cluster's binaries from pinned sources; nothing to do when they are there.")
final class BuildCommand implements Runnable {

    @Override
    public void run() {
        Binaries binaries = ClusterCommand.binaries();
        binaries.ensure(Progress.onStandardError());
        System.out.println(binaries.folder());
    }
}
