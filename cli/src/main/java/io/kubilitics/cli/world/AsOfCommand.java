package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.gateway.bundle.TimelineStep;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code kubilitics world PATH as-of T} */
@Command(
        name = "as-of",
        description = "The world as it was at a moment, by undoing the steps of a bundle's timeline.",
        footer = {
            "",
            "What was created later is left out. What no step tells of is shown as it is now: the status of objects above all.",
            "A live cluster is known from the moment on at which somebody began to watch it."
        })
final class AsOfCommand implements Callable<Integer> {

    @ParentCommand
    private WorldCommand world;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "T", description = "The moment: " + Moments.FORM + ".")
    private String text;

    @Override
    public Integer call() throws IOException {
        Sight now = world.sight();
        Instant moment = Moments.parse(text, now.now());
        if (now.timeline().isEmpty()) {
            throw CliFault.failed(("of this cluster nothing is known from before %s, when this command began to look; "
                            + "'timeline' shows what the objects themselves tell of earlier times, and 'as-of' takes a bundle")
                    .formatted(now.now()));
        }
        if (moment.isAfter(now.now())) {
            throw CliFault.wrongUsage("%s is after %s, when %s was taken".formatted(moment, now.now(), now.name()));
        }
        Sight then = now.asOf(moment);
        explain(now, then);
        return world.show(new Overview(then));
    }

    private void explain(Sight now, Sight then) {
        PrintWriter err = spec.commandLine().getErr();
        List<TimelineStep> undone = now.steps().stream()
                .filter(step ->
                        !(step instanceof TimelineStep.Noted) && step.at().isAfter(then.now()))
                .toList();
        long gone = now.world()
                .all()
                .filter(resource -> then.world().find(resource.ref()).isEmpty())
                .count();
        err.printf(
                "kubilitics: undone: %d of the timeline's steps; left out: %d objects that came later%n",
                undone.size(), gone);
        if (now.steps().isEmpty() || now.steps().getFirst().at().isAfter(then.now())) {
            err.println("kubilitics: nobody tells of changes as early as that; there may have been some");
        }
        err.println("kubilitics: whatever no step tells of is as it was at " + now.now()
                + ", the status of objects above all");
    }
}
