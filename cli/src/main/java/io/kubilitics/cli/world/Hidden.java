package io.kubilitics.cli.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.Coverage.Reach;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A kind that was asked for and is not known in full, and why.
 *
 * @param refused the reasons, by namespace; under the empty name what is said for all of the cluster
 * @param metadataOnly of how many nothing else is known
 */
record Hidden(String group, String kind, SortedMap<String, String> refused, int metadataOnly) {

    /** Of a world that somebody watched; one that was read from files was refused nothing. */
    static List<Hidden> in(World world) {
        return world.coverage().kinds().entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .filter(hidden -> !hidden.refused().isEmpty() || hidden.metadataOnly() > 0)
                .toList();
    }

    private static Hidden of(Kind kind, Reach reach) {
        return new Hidden(kind.group(), kind.name(), reach.refused(), reach.outlined());
    }

    /** In a few words. */
    String why() {
        String outlined =
                metadataOnly == 0 ? "" : "%d by their metadata alone, for lack of memory".formatted(metadataOnly);
        String separator = outlined.isEmpty() || refused.isEmpty() ? "" : "; ";
        return refused.entrySet().stream().map(Hidden::reason).collect(Collectors.joining("; ")) + separator + outlined;
    }

    private static String reason(Map.Entry<String, String> refusal) {
        String where = refusal.getKey().isEmpty() ? "" : " in " + refusal.getKey();
        return "refused%s: %s".formatted(where, refusal.getValue());
    }
}
