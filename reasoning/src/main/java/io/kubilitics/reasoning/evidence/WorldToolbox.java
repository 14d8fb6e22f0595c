package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.History;
import io.kubilitics.graph.world.World;

/** Answers from one frozen world: however long an investigation takes, it is about one moment. */
public record WorldToolbox(World world, LogSource logs) implements Toolbox {

    @Override
    public Evidence answer(Probe probe) {
        return switch (probe) {
            case Probe.OfObject(var ref) -> object(ref);
            case Probe.OfEvents(var about) -> new Evidence.Events(world.events(about));
            case Probe.OfLogs wanted -> logs.lines(wanted);
            case Probe.OfChanges(var ref) -> new Evidence.Changes(History.of(world, ref));
            case Probe.OfNeighbours(var ref) -> new Evidence.Neighbours(world.topOwner(ref));
            case Probe.OfMetrics _ -> new Evidence.Unavailable("no source of metrics is connected");
            case Probe.OfRights _ -> new Evidence.Unavailable("rights cannot be asked for yet");
            case Probe.OfPolicy _ -> new Evidence.Unavailable("policies cannot be asked for yet");
        };
    }

    private Evidence object(ResourceRef ref) {
        return switch (world.presence(ref)) {
            case PRESENT -> new Evidence.Found(world.find(ref).orElseThrow());
            case ABSENT -> new Evidence.Missing(ref);
            case UNSEEN -> new Evidence.Unavailable(unseen(ref));
        };
    }

    private String unseen(ResourceRef ref) {
        boolean elsewhere = world.listed(ref.kind())
                || !world.coverage().of(ref.kind()).namespaces().isEmpty();
        return elsewhere && !ref.namespace().isEmpty()
                ? "%ss of namespace %s are not visible".formatted(ref.kind(), ref.namespace())
                : ref.kind() + "s are not visible";
    }
}
