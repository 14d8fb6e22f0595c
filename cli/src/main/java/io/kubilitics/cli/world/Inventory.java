package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.world.WorldCommand.Form;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Many bundles, a line each. */
record Inventory(Form form, PrintWriter err) {

    String of(List<String> paths) throws IOException {
        if (form != Form.table) {
            throw CliFault.wrongUsage("several PATHs make a table only: leave out -o, or name one PATH");
        }
        Table table = new Table("NAME", "NOW", "KINDS", "OBJECTS", "IN THE WORLD", "RELATIONS", "PROBLEMS");
        for (String path : paths) {
            Sight sight = Sight.of(path);
            sight.problems().forEach(problem -> err.println("kubilitics: " + sight.name() + ": " + problem));
            table.row(
                    sight.name(),
                    sight.now(),
                    sight.counts().size(),
                    sight.counts().values().stream().mapToInt(Integer::intValue).sum(),
                    sight.world().all().count(),
                    new Links(sight.world()).all().count(),
                    sight.problems().size());
        }
        return table.text();
    }
}
