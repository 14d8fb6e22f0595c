package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Affected.Reason;
import io.kubilitics.graph.query.Propagation.Direction;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Harm on its way outwards, hop by hop, over resources in each way of failing; so the first way found is a shortest. Made for one
 * question.
 */
final class HarmWalk {

    private final Wiring wiring;
    private final Feasible feasible;
    private final Wholes wholes;
    private final Needs needs;
    private final int most;
    private final Reached found;
    private final Map<Shared, Integer> harmed = new HashMap<>();
    private List<Reached.Ways> next = new ArrayList<>();
    private List<Affected> nextHarm = new ArrayList<>();
    private boolean cut;

    /** What one resource counts on together. */
    private record Shared(int sufferer, Relation.Type type) {}

    /** Which ways of failing are to be thought of. */
    interface Feasible {
        boolean test(int number, Harm harm);
    }

    /** What goes with a resource when it is taken away, beyond what its relations tell. */
    interface Wholes {

        Wholes NONE = _ -> Stream.empty();

        Stream<Part> parts(ResourceRef whole);
    }

    /** A part, and why it is one. */
    record Part(ResourceRef ref, Rule why) {}

    HarmWalk(Wiring wiring, Feasible feasible, Wholes wholes, Needs needs, int most) {
        this.wiring = wiring;
        this.feasible = feasible;
        this.wholes = wholes;
        this.needs = needs;
        this.most = most;
        found = new Reached(wiring.bound());
    }

    BlastRadius from(ResourceRef start, Harm harm) {
        wiring.number(start).ifPresent(number -> from(number, harm));
        return new BlastRadius(start, harm, found.worst(), cut);
    }

    /** All that is reached and in which ways; the start too. */
    Reached from(int number, Harm harm) {
        return from(IntStream.of(number), harm);
    }

    /** The same from several at once. */
    Reached from(IntStream numbers, Harm harm) {
        numbers.forEach(number -> add(found.make(number), new Affected(wiring.ref(number), harm, 0, Optional.empty())));
        while (!next.isEmpty()) {
            List<Reached.Ways> now = next;
            List<Affected> nowHarm = nextHarm;
            next = new ArrayList<>();
            nextHarm = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                spread(now.get(i), nowHarm.get(i));
            }
        }
        return found;
    }

    private void spread(Reached.Ways at, Affected cause) {
        wiring.out(at.number, (type, other) -> carry(at, cause, type, Direction.FORTH, other));
        wiring.in(at.number, (type, other) -> carry(at, cause, type, Direction.BACK, other));
        if (cause.harm() == Harm.MISSING) {
            wholes.parts(cause.ref()).forEach(part -> take(cause, part));
        }
    }

    private void take(Affected cause, Part part) {
        wiring.number(part.ref()).ifPresent(number -> reach(cause, part.why(), number, Harm.MISSING));
    }

    private void carry(Reached.Ways at, Affected cause, Relation.Type type, Direction way, int other) {
        for (Propagation row : Propagation.by(type)) {
            if (row.way() == way && row.cause() == cause.harm() && needs.carry(row, at.number, other)) {
                boolean all = row.worseTogether() && at.counts(cause) && allHarmed(new Shared(other, type));
                reach(cause, row, other, all ? Harm.UNWELL : row.effect());
            }
        }
    }

    private boolean allHarmed(Shared shared) {
        return harmed.merge(shared, 1, Integer::sum) == wiring.count(shared.sufferer(), shared.type());
    }

    private void reach(Affected cause, Rule rule, int number, Harm harm) {
        Reached.@Nullable Ways ways = found.find(number);
        if ((ways != null && ways.by(harm) != null) || !feasible.test(number, harm)) {
            return;
        }
        if (ways == null && found.size() > most) {
            cut = true;
            return;
        }
        Reason reason = new Reason(cause, rule);
        Affected affected = new Affected(wiring.ref(number), harm, cause.hop() + 1, Optional.of(reason));
        add(ways == null ? found.make(number) : ways, affected);
    }

    private void add(Reached.Ways ways, Affected affected) {
        ways.add(affected);
        next.add(ways);
        nextHarm.add(affected);
    }
}
