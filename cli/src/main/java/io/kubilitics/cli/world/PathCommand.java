package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Path;
import io.kubilitics.graph.world.Relation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics world PATH path A B} */
@Command(name = "path", description = "The shortest way from one object to another along their relations.")
final class PathCommand implements Callable<Integer> {

    @ParentCommand
    private WorldCommand world;

    @Parameters(index = "0", paramLabel = "FROM", description = "An object, as " + Names.FORM + ".")
    private String from;

    @Parameters(index = "1", paramLabel = "TO", description = "Another.")
    private String to;

    @Override
    public Integer call() throws IOException {
        Sight sight = world.sight();
        Names names = new Names(sight.world());
        ResourceRef first = names.find(from);
        ResourceRef last = names.find(to);
        return Path.between(sight.world(), first, last)
                .map(way -> Way.of(way, new Links(sight.world())))
                .map(this::show)
                .orElseThrow(() -> CliFault.failed("nothing that is known leads from %s to %s".formatted(first, last)));
    }

    private int show(Way way) {
        return world.show(way);
    }

    /**
     * One step of the way.
     *
     * @param label what the relation is called, and by which keys
     * @param forward whether the relation points that way
     */
    private record Step(
            ResourceRef from, Relation.Type type, String label, List<String> keys, ResourceRef to, boolean forward) {}

    private record Way(ResourceRef first, List<Step> steps) implements View {

        static Way of(Path path, Links links) {
            List<ResourceRef> stops = path.stops();
            List<Step> steps = IntStream.range(0, path.steps().size())
                    .mapToObj(i -> step(links, path.steps().get(i), stops.get(i), stops.get(i + 1)))
                    .toList();
            return new Way(path.start(), steps);
        }

        private static Step step(Links links, Relation relation, ResourceRef from, ResourceRef to) {
            return new Step(
                    from,
                    relation.type(),
                    links.label(relation),
                    links.keys(relation),
                    to,
                    relation.from().equals(from));
        }

        private record Line(String from, String relation, List<String> keys, String to, boolean forward) {}

        @Override
        public String table() {
            StringBuilder text = new StringBuilder("%s%n".formatted(first));
            for (Step step : steps) {
                text.append((step.forward() ? "  -%s-> %s%n" : "  <-%s- %s%n").formatted(step.label(), step.to()));
            }
            return text.toString();
        }

        @Override
        public Object json() {
            return steps.stream()
                    .map(step -> new Line(
                            step.from().toString(),
                            step.type().id(),
                            step.keys(),
                            step.to().toString(),
                            step.forward()))
                    .toList();
        }

        @Override
        public Picture picture() {
            Picture picture = new Picture();
            picture.box(first, first.toString());
            for (Step step : steps) {
                picture.box(step.to(), step.to().toString());
                ResourceRef tail = step.forward() ? step.from() : step.to();
                ResourceRef head = step.forward() ? step.to() : step.from();
                picture.arrow(tail, head, step.label());
            }
            return picture;
        }
    }
}
