package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Suspects.Group;
import io.kubilitics.graph.query.Suspects.State;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fewest resources whose failing would explain all that fails. It says where to look: that one of them fails is for others to
 * show.
 *
 * @param causes those that explain most first
 */
public record CommonCause(List<Cause> causes) {

    public CommonCause {
        causes = List.copyOf(causes);
    }

    /**
     * One of the fewest.
     *
     * @param suspects each of them alone would explain it: what is known to fail or to be absent first, then by name
     */
    public record Cause(List<Suspect> suspects, NavigableSet<ResourceRef> explains) {
        public Cause {
            suspects = List.copyOf(suspects);
        }
    }

    /**
     * What may be behind it.
     *
     * @param members more than one when they harm each other in a circle
     * @param known whether it is absent or among what fails, and not merely able to be behind it
     */
    public record Suspect(NavigableSet<ResourceRef> members, Harm harm, boolean known) {}

    /** How each of the failing resources fails at least; those that the world does not know are left out. */
    public static CommonCause of(World world, Map<ResourceRef, Harm> failing) {
        Suspects suspects = new Suspects(world, failing);
        Map<BitSet, List<Group>> byReach = suspects.groups().stream().collect(Collectors.groupingBy(Group::explains));
        List<BitSet> reaches = byReach.keySet().stream()
                .sorted(Comparator.comparingInt(BitSet::cardinality)
                        .reversed()
                        .thenComparing(reach -> reach.stream().boxed().toList().toString()))
                .toList();
        return new CommonCause(Cover.smallest(reaches).stream()
                .map(reaches::get)
                .map(reach -> cause(suspects, reach, byReach.getOrDefault(reach, List.of())))
                .toList());
    }

    private static Cause cause(Suspects suspects, BitSet reach, List<Group> groups) {
        NavigableSet<ResourceRef> explains = reach.stream()
                .mapToObj(place -> suspects.ref(suspects.failing().get(place)))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Suspect> sorted = groups.stream()
                .map(group -> suspect(suspects, group))
                .sorted(Comparator.comparing((Suspect suspect) -> !suspect.known())
                        .thenComparing(suspect -> suspect.members().first())
                        .thenComparing(Suspect::harm))
                .toList();
        return new Cause(each(sorted), explains);
    }

    /** Whoever explains it by failing in one way and in another is told once, failing in the worse. */
    private static List<Suspect> each(List<Suspect> sorted) {
        Set<NavigableSet<ResourceRef>> told = new HashSet<>();
        return sorted.stream().filter(suspect -> told.add(suspect.members())).toList();
    }

    private static Suspect suspect(Suspects suspects, Group group) {
        boolean known = group.members().stream()
                .anyMatch(state -> suspects.fails(state) || suspects.presence(state) == Presence.ABSENT);
        return new Suspect(
                group.members().stream().map(suspects::ref).collect(Collectors.toCollection(TreeSet::new)),
                group.members().stream()
                        .map(State::harm)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                known);
    }
}
