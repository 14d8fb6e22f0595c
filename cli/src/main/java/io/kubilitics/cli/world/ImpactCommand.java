package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.BlastRadius;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Only this key of the ConfigMap or Secret fails: who names others alone is left out.")
    private @Nullable String key;

    @Override
    public Integer call() throws IOException {
        Sight sight = world.sight();
        ResourceRef ref = new Names(sight.world()).find(object);
        return world.show(Suffering.of(sight.world(), radius(sight.world(), ref)));
    }

    private BlastRadius radius(World seen, ResourceRef ref) {
        if (key == null) {
            return BlastRadius.of(seen, ref, failure.harm);
        }
        if (!ref.kind().equals(Kind.CONFIG_MAP) && !ref.kind().equals(Kind.SECRET)) {
            throw CliFault.wrongUsage("--key is for ConfigMaps and Secrets: %s has no keys".formatted(ref));
        }
        return BlastRadius.ofKey(seen, ref, key, failure.harm);
    }
}
