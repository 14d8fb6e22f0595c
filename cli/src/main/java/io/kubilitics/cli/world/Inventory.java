package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.ExitCode;
import io.kubilitics.cli.diagnose.SlowWork;
import io.kubilitics.cli.world.WorldCommand.Form;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Many bundles, a line each, and what they hold together. One that cannot be read is named and left out. */
final class Inventory {

    private final Form form;
    private final PrintWriter err;
    private ExitCode exit = ExitCode.FINE;

    Inventory(Form form, PrintWriter err) {
        this.form = form;
        this.err = err;
    }

    /** What the last that could not be read makes of it. */
    ExitCode exit() {
        return exit;
    }

    String of(List<String> paths) {
        if (form != Form.table) {
            throw CliFault.wrongUsage("several PATHs make a table only: leave out -o, or name one PATH");
        }
        Table table = new Table("NAME", "NOW", "KINDS", "OBJECTS", "IN THE WORLD", "RELATIONS", "PROBLEMS");
        Totals totals = new Totals();
        SlowWork progress = SlowWork.toldTo(err);
        for (int i = 0; i < paths.size(); i++) {
            progress.at(i, paths.size(), "bundles");
            read(paths.get(i)).ifPresent(sight -> {
                add(table, sight);
                totals.add(new Overview(sight));
            });
        }
        progress.end();
        return table.text() + System.lineSeparator() + totals.text();
    }

    private Optional<Sight> read(String path) {
        try {
            Sight sight = Sight.of(path);
            sight.problems().forEach(problem -> err.println("kubilitics: " + sight.name() + ": " + problem));
            return Optional.of(sight);
        } catch (CliFault strange) {
            err.println("kubilitics: " + strange.getMessage());
            exit = strange.exitCode();
        } catch (IOException closed) {
            err.println("kubilitics: %s cannot be read; left out".formatted(path));
            exit = ExitCode.FAILED;
        }
        return Optional.empty();
    }

    private static void add(Table table, Sight sight) {
        table.row(
                sight.name(),
                sight.now(),
                sight.counts().size(),
                sight.counts().values().stream().mapToInt(Integer::intValue).sum(),
                sight.world().all().count(),
                new Links(sight.world()).all().count(),
                sight.problems().size());
    }
}
