package io.kubilitics.gateway.bundle.write;

import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.Step;
import io.kubilitics.reasoning.evidence.Evidence;
import java.time.Instant;
import java.util.List;

/**
 * An investigation and all that it rests on.
 *
 * @param name what was looked at
 * @param logs those that it asked for
 * @param now of which moment it is
 */
public record Recording(String name, List<Step> steps, World world, Recorder logs, Instant now) {

    public Recording {
        steps = List.copyOf(steps);
    }

    /** What was asked about. */
    Scope scope() {
        return ((Step.Opened) steps.getFirst()).question().scope();
    }

    /** How many objects there are. */
    public long objects() {
        return world.all().count();
    }

    /** How many logs it asked for and was given. */
    public long logsRead() {
        return logs.read().values().stream()
                .filter(Evidence.Lines.class::isInstance)
                .count();
    }
}
