package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.diagnose.LiveOptions;
import io.kubilitics.cli.running.Together;
import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Coverage;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.gateway.bundle.read.BundleReader;
import io.kubilitics.gateway.bundle.read.NotABundle;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A world to look at, wherever it comes from.
 *
 * @param counts how many objects of each kind came, of kinds too that are not understood
 */
record Sight(
        String name, Instant now, World world, Map<Kind, Integer> counts, Coverage coverage, List<String> problems) {

    static Sight of(String path) throws IOException {
        try {
            BundleReader reader = new BundleReader(InstantSource.system());
            return of(path.equals("-") ? reader.read("stdin", System.in) : reader.read(Path.of(path)));
        } catch (NotABundle strange) {
            throw CliFault.wrongUsage(strange.sentence());
        }
    }

    private static Sight of(Bundle bundle) {
        return new Sight(
                bundle.name(),
                bundle.now(),
                bundle.world(),
                bundle.objects().counts(),
                bundle.objects().coverage(),
                bundle.problems().stream().map(Problem::toString).toList());
    }

    static Sight live(LiveOptions options) {
        try (Together together = options.start(null)) {
            World world = together.brain()
                    .world(options.patience())
                    .orElseThrow(() ->
                            CliFault.unreachable("the cluster was not seen completely within %d s: raise --timeout"
                                    .formatted(options.patience().toSeconds())));
            Map<Kind, Integer> counts = world.all()
                    .map(resource -> resource.ref().kind())
                    .collect(Collectors.toMap(kind -> kind, _ -> 1, Integer::sum, LinkedHashMap::new));
            return new Sight(
                    "cluster",
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    world,
                    counts,
                    Coverage.of(world),
                    List.of());
        }
    }
}
