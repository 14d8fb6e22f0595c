package io.kubilitics.cli.diagnose;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.JarVersion;
import io.kubilitics.cli.running.Lifetime;
import io.kubilitics.cli.running.LogOptions;
import io.kubilitics.cli.running.OpsOptions;
import io.kubilitics.cli.running.Together;
import io.kubilitics.gateway.mcp.Protocol;
import io.kubilitics.gateway.mcp.StdioServer;
import io.kubilitics.gateway.tools.DiagnoseTool;
import io.kubilitics.gateway.tools.TimelineTool;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kubilitics mcp} */
@Command(
        name = "mcp",
        description = "Serve the tools to an MCP client over standard input and output, until it closes its end.",
        footer = {"", "An MCP client starts this itself: command 'kubilitics', arguments 'mcp', '--context', 'CTX'."})
public final class McpCommand implements Runnable {

    @Mixin
    private LiveOptions live;

    @Mixin
    private LogOptions log;

    @Mixin
    private OpsOptions ops;

    @Override
    public void run() {
        log.apply();
        try (Lifetime lifetime = new Lifetime()) {
            Together together = lifetime.with("body and brain", live.start(null));
            ops.serve(together.live(), together.ready(), together.telemetry())
                    .ifPresent(server -> lifetime.with("ops server", server));
            Protocol protocol = new Protocol(
                    JarVersion.text(), List.of(new DiagnoseTool(together.brain()), new TimelineTool(together.brain())));
            new StdioServer(protocol).serve(System.in, System.out);
        } catch (IOException broken) {
            throw CliFault.failed("the client went away: " + broken.getMessage(), broken);
        }
    }
}
