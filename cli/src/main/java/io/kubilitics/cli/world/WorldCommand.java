package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.diagnose.LiveOptions;
import io.kubilitics.cli.diagnose.SlowWork;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code kubilitics world} */
@Command(
        name = "world",
        description =
                "Show what is known of a cluster: how many of each kind, how they refer to each other, what cannot be seen.",
        footer = {
            "",
            "The PATH (a bundle, a folder or file of YAML or JSON, - for standard input) comes before the COMMAND:",
            "  kubilitics world ./bundle impact ConfigMap/shop/settings -o mermaid",
            "With several PATHs a line for each says what was read; one that cannot be read is named, and the exit status is not 0 then."
        },
        subcommands = {
            SymptomsCommand.class,
            ImpactCommand.class,
            CommonCommand.class,
            AfterCommand.class,
            AroundCommand.class,
            PathCommand.class,
            TimelineCommand.class,
            AsOfCommand.class
        })
public final class WorldCommand implements Callable<Integer> {

    /** How it is written. */
    enum Form {
        table,
        json,
        dot,
        mermaid
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "What was taken from a cluster; left out: a live one.")
    private List<String> paths = List.of();

    @Mixin
    private LiveOptions live;

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            defaultValue = "table",
            paramLabel = "FORM",
            description = "table, json, or a picture as dot or mermaid (default: ${DEFAULT-VALUE}).")
    private Form form;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            description = "Of a live cluster look at this namespace alone (default: the whole cluster).")
    private @Nullable String namespace;

    @Override
    public Integer call() throws IOException {
        misplaced().refuse(paths);
        if (paths.size() > 1) {
            Inventory inventory = new Inventory(form, err());
            print(inventory.of(paths));
            return inventory.exit().status();
        }
        return show(new Overview(sight()));
    }

    /** Whether a cluster is to be looked at, and no file. */
    boolean live() {
        misplaced().refuse(paths);
        return paths.isEmpty();
    }

    /** The one world that a command is about. */
    Sight sight() throws IOException {
        misplaced().refuse(paths);
        if (paths.size() > 1) {
            throw CliFault.wrongUsage(
                    "one PATH at a time, please: %s and %s are two worlds".formatted(paths.get(0), paths.get(1)));
        }
        if (paths.isEmpty()) {
            return Sight.live(live, namespace, SlowWork.toldTo(err()));
        }
        if (live.named() || namespace != null) {
            throw CliFault.wrongUsage(
                    "a PATH or a live cluster, not both: --context, --kubeconfig and --namespace are for"
                            + " a live one");
        }
        Sight sight = Sight.of(paths.getFirst());
        sight.problems().forEach(problem -> err().println("kubilitics: " + problem));
        return sight;
    }

    private Misplaced misplaced() {
        return new Misplaced(spec.subcommands().keySet());
    }

    int show(View view) {
        String text = switch (form) {
            case table -> view.table();
            case json -> Output.json(view.json());
            case dot -> view.picture().dot();
            case mermaid -> view.picture().mermaid();
        };
        return print(text);
    }

    private int print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
