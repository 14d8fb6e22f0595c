package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics world PATH common [KIND/NS/NAME…]} */
@Command(
        name = "common",
        description = "The fewest objects whose failing would explain all that is unwell: where to look first.",
        footer = {
            "",
            "It goes by relations alone. That one of them does fail is for 'diagnose' to show; one that is absent, or unwell itself,",
            "is known to fail, and stands first; then come those that would harm fewest others, of whom nothing of the kind is seen."
        })
final class CommonCommand implements Callable<Integer> {

    @ParentCommand
    private WorldCommand world;

    @Parameters(
            paramLabel = Names.FORM,
            arity = "0..*",
            description = "What fails; left out: all that is visibly unwell.")
    private List<String> objects = List.of();

    @Override
    public Integer call() throws IOException {
        Sight sight = world.sight();
        Map<ResourceRef, Harm> failing = new TreeMap<>();
        if (objects.isEmpty()) {
            Health.symptoms(sight.world(), sight.scope(), sight.now()).stream()
                    .map(Symptom::subject)
                    .forEach(ref -> failing.put(ref, harm(sight.world(), ref)));
        } else {
            Names names = new Names(sight.world());
            objects.stream().map(names::find).forEach(ref -> failing.put(ref, harm(sight.world(), ref)));
        }
        return world.show(InCommon.of(sight.world(), failing));
    }

    /** Of what is there it is known that it fails, not how much. */
    private static Harm harm(World world, ResourceRef ref) {
        return world.presence(ref) == Presence.ABSENT ? Harm.MISSING : Harm.DEGRADED;
    }
}
