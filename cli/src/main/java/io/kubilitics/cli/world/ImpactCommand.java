package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.BlastRadius;
import io.kubilitics.graph.query.Harm;
import java.io.IOException;
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
        return world.show(Suffering.of(sight.world(), BlastRadius.of(sight.world(), ref, failure.harm)));
    }
}
