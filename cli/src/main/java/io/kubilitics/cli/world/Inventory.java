package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.diagnose.SlowWork;
import io.kubilitics.cli.world.WorldCommand.Form;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Many bundles, a line each, and what they hold together. */
record Inventory(Form form, PrintWriter err) {

    String of(List<String> paths) throws IOException {
        if (form != Form.table) {
            throw CliFault.wrongUsage("several PATHs make a table only: leave out -o, or name one PATH");
        }
        Table table = new Table("NAME", "NOW", "KINDS", "OBJECTS", "IN THE WORLD", "RELATIONS", "PROBLEMS");
        Totals totals = new Totals();
        SlowWork progress = SlowWork.toldTo(err);
        for (int i = 0; i < paths.size(); i++) {
            progress.at(i, paths.size(), "bundles");
            Sight sight = Sight.of(paths.get(i));
            sight.problems().forEach(problem -> err.println("kubilitics: " + sight.name() + ": " + problem));
            table.row(
                    sight.name(),
                    sight.now(),
                    sight.counts().size(),
                    sight.counts().values().stream().mapToInt(Integer::intValue).sum(),
                    sight.world().all().count(),
                    new Links(sight.world()).all().count(),
                    sight.problems().size());
            totals.add(new Overview(sight));
        }
        progress.end();
        return table.text() + System.lineSeparator() + totals.text();
    }
}
