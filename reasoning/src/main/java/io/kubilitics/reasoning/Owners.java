package io.kubilitics.reasoning;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.Step.Looked;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which workload stands above which pod, as an investigation has found out. */
public record Owners(Map<ResourceRef, ResourceRef> above) {

    public Owners {
        above = Map.copyOf(above);
    }

    public static Owners in(List<Step> steps) {
        Map<ResourceRef, ResourceRef> above = new HashMap<>();
        for (Step step : steps) {
            if (step instanceof Looked(Probe.OfNeighbours(var ref), Evidence.Neighbours(var top))) {
                above.put(ref, top);
            }
        }
        return new Owners(above);
    }

    /** The workload at the top, as far as it is known; itself otherwise. */
    public ResourceRef top(ResourceRef ref) {
        return above.getOrDefault(ref, ref);
    }
}
