package io.kubilitics.cli.world;

import io.kubilitics.cli.world.Links.Step;
import io.kubilitics.graph.ResourceRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fewest steps from one resource to another, whichever way the relations point. */
record ShortestPath(Links links) {

    Optional<List<Step>> between(ResourceRef from, ResourceRef to) {
        Map<ResourceRef, Step> reachedBy = new HashMap<>();
        Deque<ResourceRef> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !reachedBy.containsKey(to)) {
            for (Step step : links.around(next.removeFirst())) {
                if (!step.to().equals(from) && reachedBy.putIfAbsent(step.to(), step) == null) {
                    next.addLast(step.to());
                }
            }
        }
        return from.equals(to) || reachedBy.containsKey(to)
                ? Optional.of(backwards(from, to, reachedBy))
                : Optional.empty();
    }

    private static List<Step> backwards(ResourceRef from, ResourceRef to, Map<ResourceRef, Step> reachedBy) {
        List<Step> steps = new ArrayList<>();
        ResourceRef at = to;
        while (!at.equals(from)) {
            Step step = reachedBy.get(at);
            if (step == null) {
                throw new IllegalStateException("reached from nowhere: " + at);
            }
            steps.add(step);
            at = step.from();
        }
        return List.copyOf(steps.reversed());
    }
}
