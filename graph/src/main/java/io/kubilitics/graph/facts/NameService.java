package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Map;

/**
 * How the containers of a pod look up names.
 *
 * @param policy {@code ClusterFirst} unless somebody chose otherwise
 * @param servers who is asked beside, or with the policy {@code None} instead of, whom the policy names
 * @param searches domains in which short names are looked for
 * @param aliases names that stand in its hosts file, each with its address
 */
public record NameService(String policy, List<String> servers, List<String> searches, Map<String, String> aliases) {

    public NameService {
        servers = List.copyOf(servers);
        searches = List.copyOf(searches);
        aliases = Map.copyOf(aliases);
    }
}
