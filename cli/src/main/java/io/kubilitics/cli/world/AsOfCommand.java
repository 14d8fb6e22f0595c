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
            "What was deleted since and no step tells of is not known, so no kind is complete then, and what is referred to and not",
            "there is unseen; absent is only what a step says was created later or deleted before.",
            "",
            "Of a live cluster this command, which begins to look when it is called, knows no past. Who watched does: the tool",
            "'diagnose' of a running 'kubilitics mcp' takes a moment as 'at', and its tool 'timeline' tells what changed."
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
        if (world.live()) {
            throw CliFault.wrongUsage(
                    "as-of needs a PATH: of a live cluster a command that begins to look now knows no past;"
                            + " ask the tool 'diagnose' (with 'at') or 'timeline' of a running 'kubilitics mcp', which watched");
        }
        Sight now = world.sight();
        Instant moment = Moments.parse(text, now.now());
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
                "kubilitics: undone steps of the timeline: %d; objects left out because they came later: %d%n",
                undone.size(), gone);
        if (now.steps().isEmpty() || now.steps().getFirst().at().isAfter(then.now())) {
            err.println("kubilitics: nobody tells of changes as early as that; there may have been some");
        }
        err.println("kubilitics: whatever no step tells of is as it was at " + now.now()
                + ", the status of objects above all; what was deleted since and no step tells of is unseen");
    }
}
