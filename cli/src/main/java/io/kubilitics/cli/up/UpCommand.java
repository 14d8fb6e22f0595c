package io.kubilitics.cli.up;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.ExitCode;
import io.kubilitics.cli.cluster.machine.Progress;
import io.kubilitics.cli.diagnose.LiveOptions;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.Manifests;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.operator.Unreachable;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubilitics up} */
@Command(
        name = "up",
        description = "Watch a cluster, tell what is unwell and why, and propose remedies; until Ctrl-C.",
        footer = {
            "",
            "Nothing is changed before somebody approves it. Body and brain run in this one process: a convenience, no isolation.",
            "Exit status 0 when it was asked to end."
        })
public final class UpCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** How news are written. */
    enum Format {
        text,
        json
    }

    @Mixin
    private LiveOptions live;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            description = "Watch this namespace alone (default: the whole cluster).")
    private @Nullable String namespace;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text for a person, json for programs: one object a line (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = "--install",
            description =
                    "First apply what the operator needs in the cluster ('kubilitics manifests' shows it); asks before.")
    private boolean install;

    @Option(names = "--yes", description = "With --install: do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws InterruptedException {
        if (yes && !install) {
            throw CliFault.wrongUsage("--yes answers what --install asks: add --install");
        }
        try {
            if (install) {
                install();
            }
            run(new BodyAndBrain(live.access(), Optional.ofNullable(namespace)));
        } catch (Unreachable away) {
            throw CliFault.unreachable(String.valueOf(away.getMessage()), away);
        }
        return ExitCode.FINE.status();
    }

    private void install() {
        Manifests manifests = Manifests.of(BodyName.DEFAULT);
        Consent.atTerminal(yes)
                .toApply(Installation.contents(manifests), live.access().cluster());
        Installation.into(live.access()).apply();
    }

    private void run(BodyAndBrain started) throws InterruptedException {
        Progress progress = Progress.onStandardError();
        try (UntilAsked asked = UntilAsked.toEnd();
                BodyAndBrain running = started) {
            progress.during("seeing the cluster", () -> see(running, asked, progress));
            if (running.hasSeenAll()) {
                Scope scope = namespace == null ? new Scope.Everything() : new Scope.InNamespace(namespace);
                progress.say("watching %s; Ctrl-C ends it".formatted(scope));
                running.watch(scope, teller()::tell);
                asked.await();
            }
        }
    }

    private void see(BodyAndBrain running, UntilAsked asked, Progress progress) {
        long end = System.nanoTime() + live.patience().toNanos();
        while (!running.hasSeenAll() && !asked.isAskedWithin(BETWEEN_LOOKS)) {
            if (System.nanoTime() - end > 0) {
                throw CliFault.unreachable(
                        "the cluster was not seen completely within %d s (%s): raise --timeout or name a --namespace"
                                .formatted(live.patience().toSeconds(), running.progress()));
            }
            progress.at(running.progress());
        }
    }

    private Teller teller() {
        return format == Format.json
                ? new JsonTeller(System.out, InstantSource.system())
                : new PlainTeller(
                        System.out, InstantSource.system(), ZoneId.systemDefault(), new KubectlLines(live.access()));
    }
}
