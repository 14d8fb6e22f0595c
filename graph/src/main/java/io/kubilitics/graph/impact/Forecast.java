package io.kubilitics.graph.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The world as it would be after an action: just another world, to be asked what any world is asked. It holds what would be
 * written, and what controllers then do by a few rules, each with its assumption; nobody plays the scheduler.
 */
public record Forecast(World world, List<String> assumptions) {

    private static final List<Settlement> RULES = List.of(new NewTemplate(), new OtherCount(), new OtherSelector());

    public Forecast {
        assumptions = List.copyOf(assumptions);
    }

    /** Nothing when the target is not there, or the world does not keep the object itself. */
    public static Optional<Forecast> after(World world, Action action) {
        return switch (action) {
            case Action.Patch patch ->
                Trees.of(world, patch.target()).map(before -> {
                    ObjectNode after = before.deepCopy();
                    StrategicMerge.merge(after, Trees.of(patch.fields().tree()));
                    return settled(world, patch.target(), before, after);
                });
        };
    }

    /** The world after one more object was written, by whoever knows it before and after; the assumptions add up. */
    public Forecast then(ResourceRef target, JsonNode before, JsonNode after) {
        Forecast next = settled(world, target, before, after);
        return new Forecast(
                next.world,
                Stream.concat(assumptions.stream(), next.assumptions.stream()).toList());
    }

    private static Forecast settled(World world, ResourceRef target, JsonNode before, JsonNode after) {
        World next = world.applyAll(Trees.observe(target.kind(), after));
        List<String> assumptions = new ArrayList<>();
        for (Settlement rule : RULES) {
            Optional<Settlement.Settled> settled = rule.settle(next, target, before, after);
            if (settled.isPresent()) {
                next = next.applyAll(settled.get().follows());
                assumptions.add(settled.get().assumption());
            }
        }
        return new Forecast(next, assumptions);
    }
}
