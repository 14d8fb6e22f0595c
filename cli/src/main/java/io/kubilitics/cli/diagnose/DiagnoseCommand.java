package io.kubilitics.cli.diagnose;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.ExitCode;
import io.kubilitics.cli.running.Together;
import io.kubilitics.gateway.bundle.write.Recording;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.reasoning.report.Json;
import io.kubilitics.reasoning.report.Page;
import io.kubilitics.reasoning.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
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

    @Option(
            names = "--bundle-save",
            paramLabel = "FILE",
            description =
                    "Also write what a live answer rests on to FILE, without secrets, to be diagnosed anywhere as a PATH.")
    private @Nullable Path bundle;

    @Option(names = "--force", description = "Write over a FILE that exists.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        if (force && bundle == null) {
            throw CliFault.wrongUsage("--force is for --bundle-save");
        }
        if (paths.isEmpty()) {
            if (out != null) {
                throw CliFault.wrongUsage("--out is for PATHs; of a live cluster there is one answer: --format json");
            }
            return live();
        }
        if (bundle != null) {
            throw CliFault.wrongUsage("--bundle-save is for a live cluster; a PATH is a bundle already");
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

    private Integer live() throws IOException {
        Optional<BundleFile> file = Optional.ofNullable(bundle)
                .map(path -> new BundleFile(path, force, spec.commandLine().getErr()));
        file.ifPresent(BundleFile::refuseToOverwrite);
        try (Together together = live.start(namespace)) {
            Report report = file.isPresent() ? saved(together, file.get()) : report(together);
            PrintWriter out = spec.commandLine().getOut();
            out.print(format == Format.json ? Json.pretty(report) + System.lineSeparator() : Page.of(report));
            out.flush();
            return (report.status().equals("healthy") ? ExitCode.FINE : ExitCode.FAILED).status();
        }
    }

    private Report report(Together together) {
        return together.brain().diagnose(name(), scope(), live.patience()).orElseThrow(this::unseen);
    }

    private Report saved(Together together, BundleFile file) throws IOException {
        Recording recording =
                together.brain().record(name(), scope(), live.patience()).orElseThrow(this::unseen);
        file.write(recording, together::withoutSecrets);
        return together.brain().report(recording);
    }

    private Scope scope() {
        return namespace == null ? new Scope.Everything() : new Scope.InNamespace(namespace);
    }

    private String name() {
        return namespace == null ? "cluster" : namespace;
    }

    private CliFault unseen() {
        return CliFault.unreachable(
                "the cluster was not seen completely within %d s: raise --timeout or name a --namespace"
                        .formatted(live.patience().toSeconds()));
    }
}
