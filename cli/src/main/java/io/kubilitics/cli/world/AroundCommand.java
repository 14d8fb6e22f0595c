package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Neighborhood;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics world PATH around KIND/NS/NAME} */
@Command(name = "around", description = "What is near an object, whichever way relations point, the nearest first.")
final class AroundCommand implements Callable<Integer> {

    /** More than anybody reads. */
    private static final int MOST = 1_000;

    @ParentCommand
    private WorldCommand world;

    @Parameters(paramLabel = Names.FORM, description = "The object; it need not exist, if something refers to it.")
    private String object;

    @Option(
            names = "--hops",
            defaultValue = "1",
            paramLabel = "N",
            description = "How many relations away (default: ${DEFAULT-VALUE}).")
    private int hops;

    @Override
    public Integer call() throws IOException {
        if (hops < 0) {
            throw CliFault.wrongUsage("--hops is a number of relations, 0 or more");
        }
        Sight sight = world.sight();
        ResourceRef center = new Names(sight.world()).find(object);
        return world.show(new Near(sight.world(), Neighborhood.of(sight.world(), center, hops, MOST)));
    }

    private record Near(World world, Neighborhood found) implements View {

        /** What of the relation's second end is known: it may be absent or unseen. */
        private record Line(String from, String relation, List<String> keys, String to, String presence) {}

        private record Box(String object, String presence) {}

        private record Json(List<Box> objects, List<Line> relations, boolean cut) {}

        @Override
        public String table() {
            Links links = new Links(world);
            Table objects = new Table("OBJECT", "");
            found.resources().forEach(ref -> objects.row(ref, remark(ref)));
            Table relations = new Table("FROM", "RELATION", "TO");
            found.relations().forEach(each -> relations.row(each.from(), links.label(each), each.to()));
            String text = objects.text() + (relations.isEmpty() ? "" : System.lineSeparator() + relations.text());
            return found.cut()
                    ? text
                            + "%nThere are more: the list ends after %d.%n"
                                    .formatted(found.resources().size())
                    : text;
        }

        @Override
        public Object json() {
            return new Json(
                    found.resources().stream()
                            .map(ref -> new Box(ref.toString(), presence(ref)))
                            .toList(),
                    found.relations().stream().map(this::line).toList(),
                    found.cut());
        }

        private Line line(Relation relation) {
            return new Line(
                    relation.from().toString(),
                    relation.type().id(),
                    new Links(world).keys(relation),
                    relation.to().toString(),
                    presence(relation.to()));
        }

        @Override
        public Picture picture() {
            return Picture.of(
                    world, found.resources(), ref -> remark(ref).isEmpty() ? ref.toString() : ref + ": " + remark(ref));
        }

        private String remark(ResourceRef ref) {
            return world.presence(ref) == Presence.PRESENT ? "" : presence(ref);
        }

        private String presence(ResourceRef ref) {
            return world.presence(ref).name().toLowerCase(Locale.ROOT);
        }
    }
}
