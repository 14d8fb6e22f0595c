package io.kubilitics.cli.cluster;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics cluster kubeconfig} */
@Command(
        name = "kubeconfig",
        description =
                "Print the path of the administrator's kubeconfig: export KUBECONFIG=$(kubilitics cluster kubeconfig)")
final class KubeconfigCommand implements Runnable {

    @ParentCommand
    private ClusterCommand parent;

    @Override
    public void run() {
        System.out.println(parent.cluster().kubeconfig());
    }
}
