package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.query.Timeline;
import io.kubilitics.graph.query.Timeline.Moment;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics world PATH timeline KIND/NS/NAME} */
@Command(
        name = "timeline",
        description = "What changed on and around an object, and what became unwell there, oldest first.",
        footer = {
            "",
            "Times are no more exact than a second, and clocks differ: '~' stands before what happened at about the same",
            "time as the line above; which came first nobody can tell."
        })
final class TimelineCommand implements Callable<Integer> {

    @ParentCommand
    private WorldCommand world;

    @Parameters(paramLabel = Names.FORM, description = "The object; it need not exist any more.")
    private String object;

    @Option(
            names = "--since",
            defaultValue = "1h",
            paramLabel = "SPAN",
            description = "How far back: 90s, 15m, 2h, 1d (default: ${DEFAULT-VALUE}).")
    private String since;

    @Override
    public Integer call() throws IOException {
        Sight sight = world.sight();
        List<Change> told = sight.told();
        List<ResourceRef> gone =
                told.stream().flatMap(change -> change.about().stream()).toList();
        ResourceRef center = new Names(sight.world(), gone).find(object);
        Instant from = sight.now().minus(Moments.span(since));
        return world.show(new Shown(Timeline.around(sight.world(), center, from, sight.now(), told)));
    }

    private record Shown(Timeline timeline) implements View {

        /**
         * One moment.
         *
         * @param step rises where the order is sure; 0 where the time is not known
         */
        private record Line(int step, String at, int hop, String what, String says, String by) {}

        private List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            timeline.undated().forEach(moment -> lines.add(line(0, moment)));
            List<List<Moment>> steps = timeline.steps();
            for (int step = 0; step < steps.size(); step++) {
                for (Moment moment : steps.get(step)) {
                    lines.add(line(step + 1, moment));
                }
            }
            return lines;
        }

        private static Line line(int step, Moment moment) {
            String at = step == 0 ? "" : moment.at().toString();
            return switch (moment) {
                case Moment.Changed changed ->
                    new Line(
                            step,
                            at,
                            moment.hop(),
                            "change",
                            changed.change().toString(),
                            changed.change().by());
                case Moment.Began began ->
                    new Line(step, at, moment.hop(), "symptom", began.symptom().toString(), "");
            };
        }

        @Override
        public String table() {
            Table table = new Table("", "TIME", "HOP", "WHAT", "", "BY");
            int last = -1;
            for (Line line : lines()) {
                String order = line.step() == 0 ? "?" : line.step() == last ? "~" : "";
                table.row(order, line.at(), line.hop(), line.what(), line.says(), line.by());
                last = line.step();
            }
            return table.isEmpty()
                    ? "Nothing is known to have happened around %s between %s and %s.%n"
                            .formatted(timeline.center(), timeline.from(), timeline.to())
                    : table.text();
        }

        @Override
        public Object json() {
            return lines();
        }

        /** A box for each step, in their order. */
        @Override
        public Picture picture() {
            Picture picture = new Picture();
            picture.box(timeline.center(), timeline.center().toString());
            Object last = timeline.center();
            for (List<Moment> step : timeline.steps()) {
                picture.box(step, step.stream().map(Shown::says).collect(Collectors.joining("; ")));
                picture.arrow(last, step, step.getFirst().at().toString());
                last = step;
            }
            return picture;
        }

        private static String says(Moment moment) {
            return line(1, moment).says();
        }
    }
}
