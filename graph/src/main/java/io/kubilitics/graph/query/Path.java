package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Rows;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A shortest way from one resource to another over relations in either direction. */
public record Path(ResourceRef start, List<Relation> steps) {

    public Path {
        steps = List.copyOf(steps);
    }

    /** Nothing when they are not connected, or one of them is neither there nor referred to. */
    public static Optional<Path> between(World world, ResourceRef from, ResourceRef to) {
        Wiring wiring = world.wiring();
        OptionalInt start = wiring.number(from);
        OptionalInt goal = wiring.number(to);
        return start.isEmpty() || goal.isEmpty()
                ? Optional.empty()
                : new Search(wiring, start.getAsInt()).to(goal.getAsInt()).map(steps -> new Path(from, steps));
    }

    /** Breadth first from one resource. In the worst case it meets all there are, to find that nothing leads there. */
    private static final class Search {

        private final Wiring wiring;
        private final Rows rows;
        private final int start;
        /** For each resource that was met, one more than the place of the relation by which it was. */
        private final int[] by;
        /** And from which it was. */
        private final int[] before;

        Search(Wiring wiring, int start) {
            this.wiring = wiring;
            this.start = start;
            rows = wiring.rows();
            by = new int[wiring.bound()];
            before = new int[wiring.bound()];
        }

        Optional<List<Relation>> to(int goal) {
            int[] queue = new int[wiring.bound()];
            queue[0] = start;
            int met = 1;
            for (int next = 0; next < met && !found(goal); next++) {
                int at = queue[next];
                for (int place = rows.first(at); place < rows.after(at); place++) {
                    int other = rows.other(place);
                    if (!found(other)) {
                        by[other] = place + 1;
                        before[other] = at;
                        queue[met++] = other;
                    }
                }
            }
            return found(goal) ? Optional.of(back(goal)) : Optional.empty();
        }

        private boolean found(int number) {
            return number == start || by[number] > 0;
        }

        private List<Relation> back(int goal) {
            List<Relation> steps = new ArrayList<>();
            for (int at = goal; at != start; at = before[at]) {
                int place = by[at] - 1;
                ResourceRef from = wiring.ref(before[at]);
                ResourceRef to = wiring.ref(at);
                boolean forth = place < rows.firstIn(before[at]);
                steps.addFirst(new Relation(rows.type(place), forth ? from : to, forth ? to : from));
            }
            return steps;
        }
    }

    /** Where it leads, resource by resource. */
    public List<ResourceRef> stops() {
        List<ResourceRef> stops = new ArrayList<>(List.of(start));
        for (Relation step : steps) {
            stops.add(step.from().equals(stops.getLast()) ? step.to() : step.from());
        }
        return List.copyOf(stops);
    }
}
