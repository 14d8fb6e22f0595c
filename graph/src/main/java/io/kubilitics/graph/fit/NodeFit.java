package io.kubilitics.graph.fit;

import io.kubilitics.graph.ResourceRef;
import java.util.EnumSet;
import java.util.Set;

/**
 * What keeps a pod off one node; nothing when it could run there.
 *
 * @param reserved the node is one of those that run the cluster itself and refuse ordinary pods on purpose
 */
public record NodeFit(ResourceRef node, Set<Obstacle> obstacles, boolean reserved) {

    public NodeFit {
        obstacles = Set.copyOf(obstacles);
    }

    public boolean has(Obstacle obstacle) {
        return obstacles.contains(obstacle);
    }

    public boolean free() {
        return obstacles.isEmpty();
    }

    /** Whether it would fit if this one were lifted. */
    public boolean only(Obstacle obstacle) {
        return obstacles.equals(EnumSet.of(obstacle));
    }

    public Set<Obstacle> of(Obstacle.Stage stage) {
        EnumSet<Obstacle> those = EnumSet.noneOf(Obstacle.class);
        obstacles.stream().filter(each -> each.stage() == stage).forEach(those::add);
        return those;
    }
}
