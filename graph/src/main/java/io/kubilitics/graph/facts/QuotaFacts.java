package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Map;

/**
 * A ResourceQuota.
 *
 * @param scopes which pods count; none means all
 */
public record QuotaFacts(Map<String, Amount> hard, Map<String, Amount> used, List<String> scopes)
        implements Background {

    public QuotaFacts {
        hard = Map.copyOf(hard);
        used = Map.copyOf(used);
        scopes = List.copyOf(scopes);
    }
}
