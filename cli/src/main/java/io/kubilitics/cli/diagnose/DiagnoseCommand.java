package io.kubilitics.cli.diagnose;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.ExitCode;
import io.kubilitics.cli.running.Together;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.reasoning.report.Json;
import io.kubilitics.reasoning.report.Page;
import io.kubilitics.reasoning.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kubilitics diagnose} */
@Command(
        name = "diagnose",
        description = "Say what is unwell in a cluster, why, with the proof, and what to do. Reads only.",
        footer = {
            "",
            "Exit status 0 when nothing is unwell (anywhere, with several PATHs), 1 when something is or nothing can be said.",
            "A PATH is a bundle (docs/bundles.md), a folder or file of YAML or JSON, or - for standard input."
        })
public final class DiagnoseCommand implements Callable<Integer> {

    /** How the answer is written. */
    enum Format {
        text,
        json
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Look at what was taken from a cluster, instead of at a cluster.")
    private List<String> paths = List.of();

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

    @Option(names = "--out", paramLabel = "DIR", description = "Write one DIR/<name of the PATH>.json for each PATH.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        if (paths.isEmpty()) {
            if (out != null) {
                throw CliFault.wrongUsage("--out is for PATHs; of a live cluster there is one answer: --format json");
            }
            return live();
        }
        if (live.named()) {
            throw CliFault.wrongUsage(
                    "a PATH or a live cluster, not both: leave out --context and --kubeconfig, or the PATH");
        }
        var answers = new BundleRun.Answers(format == Format.json, Optional.ofNullable(out));
        return new BundleRun(
                        Optional.ofNullable(namespace),
                        answers,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run(paths)
                .status();
    }

    private Integer live() {
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
