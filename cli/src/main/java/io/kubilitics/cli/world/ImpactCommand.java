package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Affected;
import io.kubilitics.graph.query.BlastRadius;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics world PATH impact KIND/NS/NAME} */
@Command(name = "impact", description = "Who would suffer if an object failed, the nearest first, and why.")
final class ImpactCommand implements Callable<Integer> {

    /** What may happen to the object. */
    enum Failure {
        missing(Harm.MISSING),
        unwell(Harm.UNWELL),
        degraded(Harm.DEGRADED);

        private final Harm harm;

        Failure(Harm harm) {
            this.harm = harm;
        }
    }

    @ParentCommand
    private WorldCommand world;

    @Parameters(paramLabel = Names.FORM, description = "The object; it need not exist, if something refers to it.")
    private String object;

    @Option(
            names = "--if",
            defaultValue = "missing",
            paramLabel = "FAILURE",
            description = "How it fails: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Failure failure;

    @Override
    public Integer call() throws IOException {
        Sight sight = world.sight();
        ResourceRef ref = new Names(sight.world()).find(object);
        return world.show(new Suffering(sight.world(), BlastRadius.of(sight.world(), ref, failure.harm)));
    }

    private record Suffering(World world, BlastRadius radius) implements View {

        private record Line(
                String kind, String namespace, String name, int hop, String harm, String because, String from) {}

        @Override
        public String table() {
            Table table = new Table("OBJECT", "HOP", "WOULD BE", "BECAUSE IT", "FROM");
            table.row(radius.start(), 0, harm(radius.harm()), "", "");
            radius.affected()
                    .forEach(each -> table.row(each.ref(), each.hop(), harm(each.harm()), why(each), from(each)));
            return table.text();
        }

        @Override
        public Object json() {
            return radius.affected().stream().map(Suffering::line).toList();
        }

        private static Line line(Affected each) {
            ResourceRef ref = each.ref();
            return new Line(
                    ref.kind().name(),
                    ref.namespace(),
                    ref.name(),
                    each.hop(),
                    harm(each.harm()),
                    why(each),
                    from(each));
        }

        @Override
        public Picture picture() {
            Map<ResourceRef, Harm> harms = new LinkedHashMap<>(Map.of(radius.start(), radius.harm()));
            radius.affected().forEach(each -> harms.put(each.ref(), each.harm()));
            return Picture.of(world, harms.keySet(), ref -> ref + ": " + harm(Objects.requireNonNull(harms.get(ref))));
        }

        private static String why(Affected each) {
            return each.by().map(reason -> reason.rule().why()).orElse("");
        }

        private static String from(Affected each) {
            return each.by().map(reason -> reason.from().ref().toString()).orElse("");
        }

        private static String harm(Harm harm) {
            return harm.name().toLowerCase(Locale.ROOT);
        }
    }
}
