package io.kubilitics.cli.diagnose;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.ExitCode;
import io.kubilitics.cli.running.Together;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.reasoning.report.Json;
import io.kubilitics.reasoning.report.Page;
import io.kubilitics.reasoning.report.Report;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubilitics diagnose} */
@Command(
        name = "diagnose",
        description = "Say what is unwell in a cluster, why, with the proof, and what to do. Reads only.",
        footer = {"", "Exit status 0 when nothing is unwell, 1 when something is or nothing can be said."})
public final class DiagnoseCommand implements Callable<Integer> {

    /** How the answer is written. */
    enum Format {
        text,
        json
    }

    @Mixin
    private LiveOptions live;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            description = "Look at this namespace alone (default: the whole cluster).")
    private @Nullable String namespace;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text for a person, json in the documented shape (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() {
        try (Together together = live.start(namespace)) {
            Scope scope = namespace == null ? new Scope.Everything() : new Scope.InNamespace(namespace);
            String name = namespace == null ? "cluster" : namespace;
            Report report = together.brain()
                    .diagnose(name, scope, live.patience())
                    .orElseThrow(() -> CliFault.unreachable(
                            "the cluster was not seen completely within %d s: raise --timeout or name a --namespace"
                                    .formatted(live.patience().toSeconds())));
            System.out.print(format == Format.json ? Json.pretty(report) + System.lineSeparator() : Page.of(report));
            return (report.status().equals("healthy") ? ExitCode.FINE : ExitCode.FAILED).status();
        }
    }
}
