package io.kubilitics.cli.diagnose;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.running.Together;
import io.kubilitics.operator.Access;
import io.kubilitics.operator.Unreachable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster to look at, for every command that looks at one. */
public final class LiveOptions {

    @Option(
            names = "--context",
            paramLabel = "CTX",
            description = "Context of the kubeconfig (default: its current one).")
    private @Nullable String context;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Kubeconfig (default: what KUBECONFIG or the home folder say).")
    private @Nullable Path kubeconfig;

    @Option(
            names = "--timeout",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description = "How long to wait until the cluster was seen completely (default: ${DEFAULT-VALUE}).")
    private int timeout;

    /** Whether a cluster was asked for by name. */
    public boolean named() {
        return context != null || kubeconfig != null;
    }

    public Duration patience() {
        return Duration.ofSeconds(timeout);
    }

    public Access access() {
        return new Access(Optional.ofNullable(kubeconfig), Optional.ofNullable(context));
    }

    /** Body and brain in this process, looking at the cluster. */
    public Together start(@Nullable String namespace) {
        try {
            return Together.looking(access(), Optional.ofNullable(namespace));
        } catch (Unreachable away) {
            throw CliFault.unreachable(String.valueOf(away.getMessage()), away);
        }
    }
}
