package io.kubilitics.cli.diagnose;

import io.kubilitics.cli.CliFault;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Cause;
import io.kubilitics.reasoning.report.CausePages;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kubilitics explain} */
@Command(
        name = "explain",
        description =
                "Print what a cause means, what confirms and refutes it, and what ends it; without a name, list all.",
        footer = {"", "kubilitics explain oom-killed"})
public final class ExplainCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "CAUSE", description = "As diagnoses name it.")
    private @Nullable String id;

    @Override
    public void run() {
        Catalogue catalogue = Catalogue.full();
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            catalogue
                    .causes()
                    .forEach(cause ->
                            out.printf("%-42s %s%n", cause.id(), cause.about().means()));
        } else {
            out.print(CausePages.text(find(catalogue, id).about()));
        }
        out.flush();
    }

    private static Cause find(Catalogue catalogue, String id) {
        return catalogue.causes().stream()
                .filter(cause -> cause.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CliFault.wrongUsage("no cause is called '%s'%s".formatted(id, near(catalogue, id))));
    }

    private static String near(Catalogue catalogue, String id) {
        List<String> similar = catalogue.causes().stream()
                .map(Cause::id)
                .filter(known -> known.contains(id) || id.contains(known))
                .sorted()
                .toList();
        return similar.isEmpty()
                ? "; `kubilitics explain` lists all"
                : "; did you mean " + String.join(", ", similar) + "?";
    }
}
