package io.kubilitics.reasoning.signal;

import io.kubilitics.graph.world.World;
import java.util.List;

/**
 * What is known beside the objects themselves.
 *
 * @param meant the objects as somebody meant them to be, without what the cluster said of them since
 */
public record Signals(Metrics metrics, List<Alert> alerts, Probes probes, World meant) {

    public static final Signals NONE = new Signals(Metrics.NONE, List.of(), Probes.NONE, World.empty());

    public Signals {
        alerts = List.copyOf(alerts);
    }
}
