package io.kubilitics.graph.facts;

import java.util.List;

/** A version of an API group and who serves it; the API server itself when it calls nobody. */
public record ApiServiceFacts(String group, String version, Calls calls, List<Condition> conditions) implements Facts {
    public ApiServiceFacts {
        conditions = List.copyOf(conditions);
    }
}
