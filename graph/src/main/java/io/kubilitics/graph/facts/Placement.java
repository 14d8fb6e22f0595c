package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Map;

/**
 * Where pods may run. Only what is demanded; what is merely preferred keeps no pod waiting.
 *
 * @param nodeTerms one of which must hold, when there are any
 * @param near pods that must be near
 * @param apart pods that must not be near
 */
public record Placement(
        Map<String, String> nodeSelector,
        List<NodeTerm> nodeTerms,
        List<PodAffinity> near,
        List<PodAffinity> apart,
        List<Toleration> tolerations,
        List<Spread> spread) {

    public static final Placement ANYWHERE =
            new Placement(Map.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Placement {
        nodeSelector = Map.copyOf(nodeSelector);
        nodeTerms = List.copyOf(nodeTerms);
        near = List.copyOf(near);
        apart = List.copyOf(apart);
        tolerations = List.copyOf(tolerations);
        spread = List.copyOf(spread);
    }

    public boolean tolerates(Taint taint) {
        return tolerations.stream().anyMatch(toleration -> toleration.covers(taint));
    }
}
