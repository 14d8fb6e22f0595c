package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who would suffer if one resource failed, hop by hop, each with the way that harm takes to it. It tells what may happen by the
 * {@link Propagation} table and by {@link Membership}, not what did.
 *
 * @param affected the nearest first, in no order within a hop; the resource itself is not among them
 * @param cut whether there were more than were asked for
 */
public record BlastRadius(ResourceRef start, Harm harm, List<Affected> affected, boolean cut) {

    public BlastRadius {
        affected = List.copyOf(affected);
    }

    /** No more resources than this, unless somebody asks for more. */
    public static final int MANY = 100_000;

    public static BlastRadius of(World world, ResourceRef start, Harm harm) {
        return of(world, start, harm, MANY);
    }

    public static BlastRadius of(World world, ResourceRef start, Harm harm, int most) {
        return of(world, new Needs(world), start, harm, most);
    }

    /** The same if only one key of a ConfigMap or Secret failed: who uses others alone does not suffer. */
    public static BlastRadius ofKey(World world, ResourceRef start, String key, Harm harm) {
        return of(world, new Needs(world, Optional.of(new Needs.Part(start, key))), start, harm, MANY);
    }

    private static BlastRadius of(World world, Needs needs, ResourceRef start, Harm harm, int most) {
        return new HarmWalk(world.wiring(), (_, _) -> true, new Members(world), needs, most).from(start, harm);
    }

    /** The nearest first and by name within a hop, as people like to read it. */
    public List<Affected> sorted() {
        return affected.stream()
                .sorted(Comparator.comparingInt(Affected::hop).thenComparing(Affected::ref))
                .toList();
    }

    public Optional<Affected> of(ResourceRef ref) {
        return affected.stream().filter(each -> each.ref().equals(ref)).findFirst();
    }
}
