package io.kubilitics.graph.facts;

import java.util.List;

/**
 * A class of Ingresses or Gateways: who serves those that name it.
 *
 * @param serves whoever names no class
 */
public record ClassFacts(String controller, boolean serves, List<Condition> conditions) implements Facts {
    public ClassFacts {
        conditions = List.copyOf(conditions);
    }
}
