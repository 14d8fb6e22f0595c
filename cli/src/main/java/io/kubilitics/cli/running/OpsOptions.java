package io.kubilitics.cli.running;

import io.kubilitics.cli.CliFault;
import io.kubilitics.operator.telemetry.CannotListen;
import io.kubilitics.operator.telemetry.Check;
import io.kubilitics.operator.telemetry.OpsServer;
import io.kubilitics.operator.telemetry.Telemetry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command that runs on tells how it is. */
public final class OpsOptions {

    @Option(
            names = "--ops-port",
            paramLabel = "PORT",
            description =
                    "Answer /livez, /readyz and /metrics on this port of the loopback address; 0: any free one, which the log"
                            + " tells (default: none of it).")
    private @Nullable Integer port;

    /** The server, when one was asked for. */
    public Optional<OpsServer> serve(List<Check> live, List<Check> ready, Telemetry telemetry) {
        if (port == null) {
            return Optional.empty();
        }
        if (port < 0 || port > 65_535) {
            throw CliFault.wrongUsage("--ops-port must be between 0 and 65535, not " + port);
        }
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return Optional.of(new OpsServer(address, live, ready, telemetry));
        } catch (CannotListen taken) {
            throw CliFault.failed(taken.getMessage() + "; choose another --ops-port", taken);
        }
    }
}
