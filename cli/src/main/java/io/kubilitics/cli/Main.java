package io.kubilitics.cli;

import io.kubilitics.cli.cluster.ClusterCommand;
import io.kubilitics.cli.diagnose.DiagnoseCommand;
import io.kubilitics.cli.diagnose.ExplainCommand;
import io.kubilitics.cli.diagnose.McpCommand;
import io.kubilitics.cli.running.Logging;
import io.kubilitics.cli.up.ManifestsCommand;
import io.kubilitics.cli.up.UpCommand;
import io.kubilitics.cli.world.WorldCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code kubilitics}: every command starts here. */
@Command(
        name = "kubilitics",
        description = "Keeps the cluster in mind, finds what is unwell and why, and proposes remedies.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = JarVersion.class,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:fine",
            "1:something was found, or the work did not succeed",
            "2:wrong usage",
            "3:something it needs cannot be reached"
        },
        subcommands = {
            DiagnoseCommand.class,
            ExplainCommand.class,
            UpCommand.class,
            WorldCommand.class,
            McpCommand.class,
            ManifestsCommand.class,
            ClusterCommand.class
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log what is done, and show where in the program a failure came from.")
    void verbose(boolean asked) {
        verbose = asked;
        if (asked) {
            Logging.verbose();
        }
    }

    private boolean verbose;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command, for whoever calls it from a program. */
    public static CommandLine commandLine() {
        Main main = new Main();
        return new CommandLine(main)
                .setParameterExceptionHandler(new WrongUsageAnswer())
                .setExecutionExceptionHandler(new FailureAnswer(() -> main.verbose));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
