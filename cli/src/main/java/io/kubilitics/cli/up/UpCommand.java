package io.kubilitics.cli.up;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.ExitCode;
import io.kubilitics.cli.cluster.machine.Progress;
import io.kubilitics.cli.diagnose.LiveOptions;
import io.kubilitics.cli.running.Lifetime;
import io.kubilitics.cli.running.LogOptions;
import io.kubilitics.cli.running.OpsOptions;
import io.kubilitics.cli.running.Together;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.Manifests;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.operator.Setup;
import io.kubilitics.operator.Unreachable;
import io.kubilitics.operator.safety.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
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

    @Mixin
    private LogOptions log;

    @Mixin
    private OpsOptions ops;

    @Override
    public Integer call() throws InterruptedException {
        if (yes && !install) {
            throw CliFault.wrongUsage("--yes answers what --install asks: add --install");
        }
        log.apply();
        try (Lifetime lifetime = new Lifetime()) {
            prepare();
            run(lifetime);
        } catch (Unreachable | Refused away) {
            throw CliFault.unreachable(String.valueOf(away.getMessage()), away);
        }
        return ExitCode.FINE.status();
    }

    private void prepare() {
        Progress progress = Progress.onStandardError();
        if (install) {
            Consent.atTerminal(yes)
                    .toApply(
                            Installation.contents(Manifests.of(BodyName.DEFAULT)),
                            live.access().cluster());
            progress.during("installing", () -> Setup.install(live.access()));
            return;
        }
        List<String> missing = Setup.missing(live.access());
        if (!missing.isEmpty()) {
            throw CliFault.failed("the operator is not installed in this cluster as it should be (%s); add --install"
                    .formatted(
                            missing.size() == 1
                                    ? missing.getFirst()
                                    : "%s and %d more".formatted(missing.getFirst(), missing.size() - 1)));
        }
    }

    private void run(Lifetime lifetime) throws InterruptedException {
        Progress progress = Progress.onStandardError();
        Teller teller = teller();
        Together together =
                lifetime.with("body and brain", Together.acting(live.access(), Optional.ofNullable(namespace), teller));
        ops.serve(together.live(), together.ready(), together.telemetry())
                .ifPresent(server -> lifetime.with("ops server", server));
        progress.during("seeing the cluster", () -> see(together, lifetime, progress));
        Scope scope = namespace == null ? new Scope.Everything() : new Scope.InNamespace(namespace);
        progress.say("watching %s; Ctrl-C ends it".formatted(scope));
        lifetime.with("watch", together.brain().watch(scope, teller::tell));
        lifetime.await();
    }

    private void see(Together together, Lifetime lifetime, Progress progress) {
        long end = System.nanoTime() + live.patience().toNanos();
        while (!together.hasSeenAll() && !over(lifetime)) {
            if (System.nanoTime() - end > 0) {
                throw CliFault.unreachable(
                        "the cluster was not seen completely within %d s (%s): raise --timeout or name a --namespace"
                                .formatted(live.patience().toSeconds(), together.progress()));
            }
            progress.at(together.progress());
        }
    }

    private static boolean over(Lifetime lifetime) {
        try {
            return lifetime.isOverWithin(BETWEEN_LOOKS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Teller teller() {
        return format == Format.json
                ? new JsonTeller(System.out, InstantSource.system())
                : new PlainTeller(
                        System.out, InstantSource.system(), ZoneId.systemDefault(), new KubectlLines(live.access()));
    }
}
