package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A resource that harm reaches.
 *
 * @param harm the worst that may happen to it
 * @param hop how many relations away
 * @param by empty where it all starts
 */
public record Affected(ResourceRef ref, Harm harm, int hop, Optional<Reason> by) {

    /** From whom, and by which rule. */
    public record Reason(Affected from, Rule rule) {}

    /** The relation over which harm came; nothing where it starts, and where no relation says why. */
    public Optional<Relation> relation() {
        return by.flatMap(reason -> reason.rule() instanceof Propagation row
                ? Optional.of(
                        row.way() == Propagation.Direction.BACK
                                ? new Relation(row.type(), ref, reason.from().ref())
                                : new Relation(row.type(), reason.from().ref(), ref))
                : Optional.empty());
    }

    /** The way that harm takes, from its start to here. */
    public List<Affected> path() {
        List<Affected> path = new ArrayList<>(List.of(this));
        for (Optional<Reason> reason = by;
                reason.isPresent();
                reason = reason.get().from().by()) {
            path.addFirst(reason.get().from());
        }
        return List.copyOf(path);
    }

    /** Not the whole way: that may be long. */
    @Override
    public String toString() {
        String how = harm.name().toLowerCase(Locale.ROOT);
        return by.map(reason -> "%s: %s; it %s (%s)"
                        .formatted(ref, how, reason.rule().why(), reason.from().ref()))
                .orElse("%s: %s".formatted(ref, how));
    }
}
