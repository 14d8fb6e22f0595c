package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A shortest way from one resource to another over relations in either direction. */
public record Path(ResourceRef start, List<Relation> steps) {

    public Path {
        steps = List.copyOf(steps);
    }

    /** A relation, and the resource from which it was first met. */
    private record Arrival(int from, Relation.Type type, boolean forth) {}

    /** Nothing when they are not connected, or one of them is neither there nor referred to. */
    public static Optional<Path> between(World world, ResourceRef from, ResourceRef to) {
        Wiring wiring = world.wiring();
        OptionalInt start = wiring.number(from);
        OptionalInt goal = wiring.number(to);
        if (start.isEmpty() || goal.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Arrival> arrivals = walk(wiring, start.getAsInt(), goal.getAsInt());
        return arrivals.containsKey(goal.getAsInt())
                ? Optional.of(new Path(from, back(wiring, arrivals, start.getAsInt(), goal.getAsInt())))
                : Optional.empty();
    }

    private static Map<Integer, Arrival> walk(Wiring wiring, int start, int goal) {
        Map<Integer, Arrival> arrivals = new HashMap<>();
        List<Integer> next = List.of(start);
        arrivals.put(start, new Arrival(start, Relation.Type.OWNS, true));
        while (!next.isEmpty() && !arrivals.containsKey(goal)) {
            List<Integer> met = new ArrayList<>();
            for (int at : next) {
                wiring.out(at, (type, other) -> {
                    if (arrivals.putIfAbsent(other, new Arrival(at, type, true)) == null) {
                        met.add(other);
                    }
                });
                wiring.in(at, (type, other) -> {
                    if (arrivals.putIfAbsent(other, new Arrival(at, type, false)) == null) {
                        met.add(other);
                    }
                });
            }
            next = met;
        }
        return arrivals;
    }

    private static List<Relation> back(Wiring wiring, Map<Integer, Arrival> arrivals, int start, int goal) {
        List<Relation> steps = new ArrayList<>();
        int at = goal;
        while (at != start) {
            Arrival arrival = java.util.Objects.requireNonNull(arrivals.get(at));
            ResourceRef here = wiring.ref(at);
            ResourceRef before = wiring.ref(arrival.from());
            steps.addFirst(
                    arrival.forth()
                            ? new Relation(arrival.type(), before, here)
                            : new Relation(arrival.type(), here, before));
            at = arrival.from();
        }
        return steps;
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
