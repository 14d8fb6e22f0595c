package io.kubilitics.graph.time;

import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A world that is kept, and what was learnt since until the next that is kept. */
final class Frame {

    private final Instant start;
    private final World first;
    private final List<Told> since = new ArrayList<>();
    private long cost;

    private record Told(Instant at, Observation observation) {}

    Frame(Instant start, World first) {
        this.start = start;
        this.first = first;
    }

    Instant start() {
        return start;
    }

    int size() {
        return since.size();
    }

    /** About the bytes that all of it keeps alive. */
    long cost() {
        return cost;
    }

    void add(Instant at, Observation observation, long bytes) {
        since.add(new Told(at, observation));
        cost += bytes;
    }

    Past asOf(Instant moment) {
        return new Past(
                first,
                since.stream()
                        .takeWhile(told -> !told.at().isAfter(moment))
                        .map(Told::observation)
                        .toList());
    }

    /** A past world, to be learnt again by whoever wants it: that need not hold up the writer. */
    record Past(World first, List<Observation> learnt) {
        World world() {
            return first.applyAll(learnt);
        }
    }
}
