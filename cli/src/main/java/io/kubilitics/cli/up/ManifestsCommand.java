package io.kubilitics.cli.up;

import io.kubilitics.cli.CliFault;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.Manifests;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kubilitics manifests} */
@Command(
        name = "manifests",
        description =
                "Print what the operator needs in a cluster: the kind Proposal, its admission policies, roles and account.",
        footer = {"", "kubilitics manifests | kubectl apply --server-side -f -"})
public final class ManifestsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--body",
            paramLabel = "NAME",
            description = "User name by which the API server knows the operator (default: the account made here).")
    private @Nullable String body;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(Manifests.of(body == null ? BodyName.DEFAULT : named(body)).all());
        out.flush();
    }

    private static BodyName named(String name) {
        try {
            return new BodyName(name);
        } catch (IllegalArgumentException wrong) {
            throw CliFault.wrongUsage("--body: " + wrong.getMessage());
        }
    }
}
