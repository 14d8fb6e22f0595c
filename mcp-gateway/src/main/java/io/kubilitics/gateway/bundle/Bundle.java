package io.kubilitics.gateway.bundle;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What can be known of a cluster at one moment.
 *
 * @param name what the bundle calls itself, or the last part of its path
 * @param now when it was taken: as it says, or the newest time that it tells of
 */
public record Bundle(
        String name, Instant now, Incident incident, Objects objects, Extras extras, List<Problem> problems) {

    public Bundle {
        problems = List.copyOf(problems);
    }

    /**
     * The objects that were in it.
     *
     * @param counts how many of each kind, of kinds too that are not understood
     */
    public record Objects(World world, Completeness coverage, Map<Kind, Integer> counts) {
        public Objects {
            counts = Map.copyOf(counts);
        }
    }

    public World world() {
        return objects.world();
    }
}
