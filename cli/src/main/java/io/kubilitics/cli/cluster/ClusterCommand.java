package io.kubilitics.cli.cluster;

import io.kubilitics.cli.cluster.build.Binaries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code kubilitics cluster …} */
@Command(
        name = "cluster",
        description = "A real Kubernetes control plane on this machine, to try things on and to test with.",
        subcommands = {
            BuildCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            KubeconfigCommand.class
        },
        footer = {
            "",
            "Folders: $KUBILITICS_CACHE (default ~/.cache/kubilitics) holds the built binaries and the clusters;",
            "$KUBEBUILDER_ASSETS, when set, is asked first for ready-made binaries."
        })
public final class ClusterCommand implements Runnable {

    @Option(
            names = "--name",
            defaultValue = ClusterHome.DEFAULT,
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Which cluster (default: ${DEFAULT-VALUE}).")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    Cluster cluster() {
        return Cluster.named(name, binaries());
    }

    static Binaries binaries() {
        return Binaries.of(System.getenv());
    }
}
