package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.diagnose.LiveOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
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
            "With several PATHs a line for each says what was read."
        },
        subcommands = {
            SymptomsCommand.class,
            ImpactCommand.class,
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

    @Override
    public Integer call() throws IOException {
        misplaced().refuse(paths);
        if (paths.size() > 1) {
            return print(new Inventory(form, err()).of(paths));
        }
        return show(new Overview(sight()));
    }

    /** The one world that a command is about. */
    Sight sight() throws IOException {
        misplaced().refuse(paths);
        if (paths.size() > 1) {
            throw CliFault.wrongUsage(
                    "one PATH at a time, please: %s and %s are two worlds".formatted(paths.get(0), paths.get(1)));
        }
        if (paths.isEmpty()) {
            return Sight.live(live);
        }
        if (live.named()) {
            throw CliFault.wrongUsage("a PATH or a live cluster, not both");
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
