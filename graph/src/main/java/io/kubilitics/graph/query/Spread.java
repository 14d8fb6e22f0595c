package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Affected.Reason;
import io.kubilitics.graph.query.Propagation.Way;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Harm on its way outwards, hop by hop, over resources in each way of failing; so the first way found is a shortest. Made for one
 * question.
 */
final class Spread {

    private final Wiring wiring;
    private final Feasible feasible;
    private final int most;
    private final Map<Integer, Map<Harm, Affected>> found = new HashMap<>();
    private final Map<Shared, Set<Integer>> harmed = new HashMap<>();
    private List<Reached> next = new ArrayList<>();
    private boolean cut;

    private record Reached(int number, Affected affected) {}

    /** What one resource counts on together. */
    private record Shared(int sufferer, Relation.Type type) {}

    /** Which ways of failing are to be thought of. */
    interface Feasible {
        boolean test(int number, Harm harm);
    }

    Spread(Wiring wiring, Feasible feasible, int most) {
        this.wiring = wiring;
        this.feasible = feasible;
        this.most = most;
    }

    BlastRadius from(ResourceRef start, Harm harm) {
        wiring.number(start).ifPresent(number -> {
            from(number, harm);
            found.remove(number);
        });
        List<Affected> worst = found.values().stream()
                .map(ways -> ways.values().iterator().next())
                .sorted(Comparator.comparingInt(Affected::hop).thenComparing(Affected::ref))
                .toList();
        return new BlastRadius(start, harm, worst, cut);
    }

    /** All that is reached and in which ways, the worst first; the start too. */
    Map<Integer, Map<Harm, Affected>> from(int number, Harm harm) {
        add(number, new Affected(wiring.ref(number), harm, 0, Optional.empty()));
        while (!next.isEmpty()) {
            List<Reached> now = next;
            next = new ArrayList<>();
            now.forEach(this::spread);
        }
        return found;
    }

    private void spread(Reached cause) {
        wiring.out(cause.number(), (type, other) -> carry(cause, type, Way.FORTH, other));
        wiring.in(cause.number(), (type, other) -> carry(cause, type, Way.BACK, other));
    }

    private void carry(Reached cause, Relation.Type type, Way way, int other) {
        for (Propagation row : Propagation.by(type)) {
            if (row.way() == way && row.cause() == cause.affected().harm()) {
                Harm harm = row.all() && allHarmed(cause, row, other) ? Harm.UNWELL : row.effect();
                reach(cause, row, other, harm);
            }
        }
    }

    private boolean allHarmed(Reached cause, Propagation row, int sufferer) {
        Set<Integer> some = harmed.computeIfAbsent(new Shared(sufferer, row.type()), _ -> new HashSet<>());
        return some.add(cause.number()) && some.size() == wiring.count(sufferer, row.type());
    }

    private void reach(Reached cause, Propagation row, int number, Harm harm) {
        if (!feasible.test(number, harm)) {
            return;
        }
        Map<Harm, Affected> ways = found.get(number);
        if (ways == null && found.size() > most) {
            cut = true;
        } else if (ways == null || !ways.containsKey(harm)) {
            Reason reason = new Reason(cause.affected(), row);
            int hop = cause.affected().hop() + 1;
            add(number, new Affected(wiring.ref(number), harm, hop, Optional.of(reason)));
        }
    }

    private void add(int number, Affected affected) {
        found.computeIfAbsent(number, _ -> new EnumMap<>(Harm.class)).put(affected.harm(), affected);
        next.add(new Reached(number, affected));
    }
}
